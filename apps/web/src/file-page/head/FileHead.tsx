import { type FileView, MOST_LEVELS, type Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { useActing } from '../../api/use-session';
import { DaysOnDesk, Due, GradingBadge, Pill, UrgencyBadge } from '../../ui/Badges';
import page from '../../ui/page/page.module.css';
import { Subject } from '../../ui/page/Subject';
import { DecisionBadge } from '../../notes/sheet/lines/DecisionBadge';
import { RecallPills } from '../../movement/taking-back/RecallPills';
import classes from './head.module.css';
import { NextFile } from './NextFile';

/** What an officer reads before anything else, in one line: number, subject and state, and for how long it has been where it is. */
export function FileHead({ file }: { file: Named<FileView> }) {
  const { t, number } = useTranslations();
  return (
    <header className={`${page.head ?? ''} ${classes.head ?? ''}`}>
      <NextFile fileId={file.id} />
      <span
        className={`${classes.number ?? ''} mono`}
        title={t('file.computerNumber', { number: String(file.computerNumber) })}
      >
        {file.number}
      </span>
      <Subject lines={1}>{file.subject}</Subject>
      <UrgencyBadge urgency={file.urgency} />
      <GradingBadge grading={file.grading} />
      {file.action !== null && <Pill kind="accent">{t(`action.${file.action}`)}</Pill>}
      {file.levels.length > MOST_LEVELS && (
        <Pill kind="yellow">{t('file.levels', { place: number(file.levels.length) })}</Pill>
      )}
      {file.decided && <Decided decided={file.decided} />}
      {file.jumped && <Pill kind="yellow">{t('desk.jumped')}</Pill>}
      {file.forCorrection && <Pill kind="yellow">{t('desk.forCorrection')}</Pill>}
      <RecallPills file={file} />
      {file.backFromParking && <Pill kind="accent">{t(`desk.back.${file.backFromParking}`)}</Pill>}
      <span className={page.space} />
      {file.dueOn !== null && file.state !== 'in_call_book' && <Due dueOn={file.dueOn} />}
      <Holder file={file} />
    </header>
  );
}

/** What was decided on the file, and in which note. */
function Decided({ decided }: { decided: NonNullable<Named<FileView>['decided']> }) {
  return (
    <span className={classes.decided}>
      <span className="mono soft small">N/{decided.note}</span> <DecisionBadge of={decided} />
    </span>
  );
}

/** Where the file is, and for how many of the working days that a desk has. */
function Holder({ file }: { file: Named<FileView> }) {
  const { t, translate, marking } = useTranslations();
  const { post } = useActing();
  const { days, limit } = file.clock;
  if (file.holder === null) return <Pill>{t('fileState.closed')}</Pill>;
  if (file.state !== 'on_desk' && file.holder.id === post.id)
    return <Pill kind="yellow">{t(`fileState.${file.state}`)}</Pill>;
  if (file.holder.id === post.id) return <DaysOnDesk days={days ?? 0} limit={limit} />;
  return (
    <span title={`${translate(file.holder.designation)}, ${translate(file.holder.unit)}`}>
      <Pill>{t('file.with', { post: marking(file.holder) })}</Pill>
    </span>
  );
}
