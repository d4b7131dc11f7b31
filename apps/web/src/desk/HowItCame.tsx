import type { FileRow, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { DecisionBadge } from '../notes/sheet/DecisionBadge';
import { RecallPills } from '../movement/taking-back/RecallPills';
import { Pill } from '../ui/Badges';

/** With what a file came: that it was returned, a note to be corrected, and what was decided on it. */
export function HowItCame({ file }: { file: Named<FileRow> }) {
  const { returned, forCorrection, decision } = file;
  const { t } = useTranslations();
  return (
    <>
      {returned && (
        <Pill kind="yellow">
          <span aria-hidden>↩ </span>
          {t('desk.returned')}
        </Pill>
      )}
      {forCorrection && <Pill kind="yellow">{t('desk.forCorrection')}</Pill>}
      <RecallPills file={file} />
      {decision && <DecisionBadge decision={decision} />}
    </>
  );
}
