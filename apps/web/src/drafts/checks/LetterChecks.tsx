import { blanksOf, checkLetter, type DraftContent } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from '../draft.module.css';
import { useLetterFacts } from './use-letter-facts';

interface LetterChecksProps {
  fileId: string;
  letter: DraftContent;
  /** The letter that is answered, if any. */
  receiptId: string | null;
  /** What stands in braces will be filled in when the draft begins. */
  beforeFilling?: boolean;
}

/** What the manual has against the letter, and where it says so. Nothing of it keeps the letter from being sent. */
export function LetterChecks({ fileId, letter, receiptId, beforeFilling = false }: LetterChecksProps) {
  const { t } = useTranslations('letter-checks');
  const facts = useLetterFacts(fileId, receiptId);
  if (!facts) return null;
  const warnings = checkLetter(letter, facts);
  const blanks = beforeFilling ? [] : blanksOf(letter);
  return (
    <section className={classes.checks} aria-label={t('letterCheck.title')}>
      {warnings.length === 0 && blanks.length === 0 ? (
        <p className="soft">{t('letterCheck.none')}</p>
      ) : (
        <>
          <strong>{t('letterCheck.title')}</strong>
          <ul>
            {blanks.length > 0 && (
              <li>
                <span>{t('letterCheck.blanks', { fields: blanks.join(', ') })}</span>
                <cite>{t('letterCheck.cited.template')}</cite>
              </li>
            )}
            {warnings.map(({ check, source, paragraph }) => (
              <li key={check}>
                <span>{t(`letterCheck.${check}`)}</span>
                <cite>{t(`letterCheck.cited.${source}`, { paragraph })}</cite>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
