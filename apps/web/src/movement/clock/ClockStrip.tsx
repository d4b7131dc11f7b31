import type { ClockStop, FileView, Named } from '@patravali/contract';
import { useActing } from '../../identity/use-session';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import classes from './clock.module.css';
import { useClockWords } from './use-clock-words';
import { useEvidence } from './use-evidence';

/** A strip below the head: that the clock of the desk stands, and why; or that the file has been there beyond the limit. */
export function ClockStrip({ file }: { file: Named<FileView> }) {
  const say = useClockWords();
  const { post } = useActing();
  const { days, limit, age, stop } = file.clock;
  if (stop) return <Stopped stop={stop} days={days ?? 0} />;
  if (days === null || days <= limit) return null;
  return (
    <p className={classes.strip} data-kind="over">
      <strong>{say('clock.keptLong', { days, limit })}</strong>
      {file.holder?.id === post.id && ` ${say('clock.youExplain')}`}
      <span className="soft small"> · {say('clock.age', { days: age })}</span>
    </p>
  );
}

function Stopped({ stop, days }: { stop: Named<ClockStop>; days: number }) {
  const { t, day } = useTranslations();
  const say = useClockWords();
  const evidence = useEvidence();
  return (
    <p className={classes.strip}>
      <strong>{say('clock.stands', { reason: t(`stopReason.${stop.reason}`) })}</strong>{' '}
      {say('clock.standsSince', { day: day(stop.stoppedOn), days })} · {evidence(stop.evidence)}
      <span className="soft small">
        {' '}
        · <Actor actor={stop.stoppedBy} />
      </span>
    </p>
  );
}
