import type { LetterToDiarise } from '@patravali/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queryOf } from '../../api/query-of';
import { useTranslations } from '../../language/use-translations';
import { orNothing } from '../../ui/forms/use-contract-form';
import type { DiaryEntry } from './diary-entry';
import classes from './receipts.module.css';

const TYPING_PAUSE_MS = 300;

interface SameLettersProps {
  entry: Pick<DiaryEntry, 'letterNumber' | 'letterDate' | 'senderName' | 'subject'>;
  /** Of the scan, once it is stored. */
  sha256: string | undefined;
}

/** Says, while a letter is typed in, that it seems to stand in the diary already. Whoever diarises decides. */
export function SameLetters({ entry, sha256 }: SameLettersProps) {
  const { t, dayShort, diaryNumber } = useTranslations('receipt-moves');
  const { letterNumber, letterDate, senderName, subject } = entry;
  const known = useMemo(
    (): LetterToDiarise => ({
      sha256,
      letterNumber: orNothing(letterNumber),
      letterDate: orNothing(letterDate),
      senderName: orNothing(senderName),
      subject: orNothing(subject),
    }),
    [sha256, letterNumber, letterDate, senderName, subject],
  );
  const [letter] = useDebouncedValue(known, TYPING_PAUSE_MS);
  const isOfDay = letter.letterDate !== undefined && letter.senderName !== undefined && letter.subject !== undefined;
  const saysWhich =
    letter.sha256 !== undefined ||
    isOfDay ||
    (letter.letterNumber !== undefined && (letter.senderName !== undefined || letter.letterDate !== undefined));
  const { data = [] } = useQuery({
    ...queryOf('findSameLetters', { query: letter }, { staleTime: 0 }),
    enabled: saysWhich,
    placeholderData: keepPreviousData,
  });
  const found = saysWhich ? data : [];
  return (
    <div role="status" className={found.length > 0 ? classes.same : undefined}>
      {found.length > 0 && (
        <>
          <strong>{t('receiptMoves.same')}</strong>
          <ul>
            {found.map((receipt) => (
              <li key={receipt.id}>
                <Link to="/receipts/$receiptId" params={{ receiptId: receipt.id }} className="mono">
                  {diaryNumber(receipt)}
                </Link>{' '}
                {t(`receiptMoves.sameBy.${receipt.by}`, {
                  day: dayShort(receipt.receivedOn),
                  sender: receipt.senderName,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
