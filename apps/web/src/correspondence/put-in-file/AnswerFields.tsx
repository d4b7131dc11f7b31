import { addresseeInBrief, type CorrespondenceView, type Named } from '@patravali/contract';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { silentOf } from '../silent';
import type { useAnswer } from './use-answer';

interface AnswerFieldsProps {
  /** The letters that went out from the file. */
  ours: readonly Named<CorrespondenceView>[];
  answer: ReturnType<typeof useAnswer>;
}

/** What the letter answers; of a letter that went to several also whose answer it is, which its sender suggests. */
export function AnswerFields({
  ours,
  answer: { issueId, letter, addressees, recipient, answer, say },
}: AnswerFieldsProps) {
  const { t } = useTranslations('outward');
  const silent = letter ? silentOf(letter) : [];
  return (
    <>
      <NativeSelect
        label={t('outward.answers')}
        value={issueId ?? ''}
        onChange={({ currentTarget: { value } }) => answer(value === '' ? null : value)}
        data={[
          { value: '', label: t('outward.answersNone') },
          ...ours.toReversed().map(({ issueId: id, letterNumber, party }) => ({
            value: id ?? '',
            label: t('outward.answersLetter', { letter: letterNumber ?? '', party: party ?? '' }),
          })),
        ]}
      />
      {addressees.length > 1 && (
        <NativeSelect
          label={t('outward.whoseAnswer')}
          required
          value={recipient === null ? '' : String(recipient)}
          onChange={({ currentTarget: { value } }) => say(Number(value))}
          data={[
            ...(recipient === null ? [{ value: '', label: t('outward.chooseWhose') }] : []),
            ...addressees.map((sending) => ({
              value: String(sending.recipient),
              label: silent.includes(sending)
                ? addresseeInBrief(sending.addressee)
                : t('outward.hasAnswered', { addressee: addresseeInBrief(sending.addressee) }),
            })),
          ]}
        />
      )}
    </>
  );
}
