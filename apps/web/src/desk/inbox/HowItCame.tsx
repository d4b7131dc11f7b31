import type { FileRow, Named } from '@patravali/contract';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { DecisionBadge } from '../../notes/sheet/lines/DecisionBadge';
import { RecallPills } from '../../movement/taking-back/RecallPills';
import { Pill } from '../../ui/Badges';

/** With what a file came: that it was returned, a note to be corrected, what was decided on it; and since then: back from parking, reminders. */
export function HowItCame({ file }: { file: Named<FileRow> }) {
  const { returned, forCorrection, jumped, backFromParking, reminders, attachedFiles } = file;
  const { opinionsAwaited, opinionDueOn } = file;
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
      {backFromParking && <Pill kind="accent">{t(`desk.back.${backFromParking}`)}</Pill>}
      {opinionsAwaited > 0 && (
        <Pill kind={opinionDueOn !== null && opinionDueOn < today() ? 'urgent' : 'yellow'}>
          {t('desk.opinions', { count: opinionsAwaited })}
        </Pill>
      )}
      {reminders > 0 && <Pill kind="urgent">{t('aside.reminder', { count: reminders })}</Pill>}
      {attachedFiles > 0 && <Pill>{t('desk.attachedFiles', { count: attachedFiles })}</Pill>}
      {jumped && <Pill kind="yellow">{t('desk.jumped')}</Pill>}
      <DecisionBadge of={file} />
    </>
  );
}
