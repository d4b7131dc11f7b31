import type { LogLoss } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from './Timeline.module.css';

interface Props {
  losses: readonly LogLoss[];
  /** Who has lost it: the office, or the file that is looked at. */
  of: 'office' | 'file';
}

/** What the log says to be lost, when and why: before anything else is said. Where nothing is lost, there is nothing. */
export function LogLosses({ losses, of }: Props) {
  const { t, dateTime } = useTranslations('log-losses');
  if (losses.length === 0) return null;
  return (
    <div className={classes.told}>
      {losses.map(({ kind, at, reason, events }) => (
        <p key={`${kind} ${at} ${reason}`}>
          <strong>
            {t(of === 'file' ? 'losses.ofFile' : `logLoss.${kind}`, {
              count: events ?? 0,
              at: dateTime(at),
              reason,
            })}
          </strong>
        </p>
      ))}
    </div>
  );
}
