import { entryValue } from '@messages/entry-value';
import type { Correction, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

interface CorrectionsProps {
  corrections: readonly Named<Correction>[];
  dayForm?: 'day' | 'registerDay';
}

/** What was corrected in a diary entry: when, by whom and why, the old value beside the new one. */
export function Corrections({ corrections, dayForm = 'day' }: CorrectionsProps) {
  const { t, labelOf, translate, [dayForm]: day, marking } = useTranslations('receipt-moves');
  const shown = { label: (list: string, value: string) => labelOf(`${list}.${value}`), day };
  const changesOf = ({ changes }: Named<Correction>) =>
    changes.map(({ field, before, after }) =>
      t('receipts.change', {
        field: t(`entryField.${field}`),
        before: entryValue(field, before, shown),
        after: entryValue(field, after, shown),
      }),
    );
  const said = (each: Named<Correction>) => {
    const who = { day: day(each.at), name: translate(each.by.name), post: marking(each.by.post) };
    const { reason } = each;
    if (reason === null) return [t('receipts.completed', who), ...changesOf(each)].join('; ');
    return t('receipts.corrected', { ...who, changes: changesOf(each).join('; '), reason });
  };
  return corrections.map((each) => (
    <div key={each.at} className="soft small">
      {said(each)}
    </div>
  ));
}
