import type { ClockStop, FileView, Named } from '@patravali/contract';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import classes from './clock.module.css';
import { useEvidence } from './use-evidence';

/**
 * A strip below the head: that the clock of the desk stands, and why; or that the file has been there beyond the limit. The holder reads
 * that in the head, and is asked why above the desks to which it may go.
 */
export function ClockStrip({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations('clock');
  const { post } = useActing();
  const { days, limit, age, stop } = file.clock;
  if (stop) return <Stopped stop={stop} days={days ?? 0} />;
  if (days === null || days <= limit || file.holder?.id === post.id) return null;
  return (
    <p className={classes.strip} data-kind="over">
      <strong>{t('clock.keptLong', { days, limit })}</strong>
      <span className="soft small"> · {t('clock.age', { days: age })}</span>
    </p>
  );
}

function Stopped({ stop, days }: { stop: Named<ClockStop>; days: number }) {
  const { t, day } = useTranslations('clock');
  const evidence = useEvidence();
  return (
    <p className={classes.strip}>
      <strong>{t('clock.stands', { reason: t(`stopReason.${stop.reason}`) })}</strong>{' '}
      {t('clock.standsSince', { day: day(stop.stoppedOn), days })} · {evidence(stop.evidence)}
      <span className="soft small">
        {' '}
        · <Actor actor={stop.stoppedBy} />
      </span>
    </p>
  );
}
