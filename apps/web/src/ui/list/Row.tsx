import type { Grading, Urgency } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { GradingBadge, UrgencyBadge } from '../Badges';
import classes from './Row.module.css';

interface Props {
  /** What stands in the row. */
  of: { number: string; subject: string; urgency?: Urgency; grading?: Grading };
  unread?: boolean;
  /** Further badges beside the number. */
  badges?: ReactNode;
  /** At the end of the second line: from whom, what is asked. */
  about: ReactNode;
  /** At the end of the first: due or days, or whatever fits the box. */
  aside: ReactNode;
}

/** Two lines of a row: number with badges and when it is due, subject and who asks for what. */
export function Row({ of, unread = false, badges, about, aside }: Props) {
  const { t } = useTranslations();
  const { number, subject, urgency = 'ordinary', grading = 'normal' } = of;
  return (
    <span className={classes.row} data-unread={unread || undefined}>
      {unread && <span className={classes.dot} role="img" aria-label={t('desk.unread')} />}
      <span className={classes.number}>
        <span className={`mono ${classes.mono ?? ''}`}>{number}</span>
        <UrgencyBadge urgency={urgency} />
        <GradingBadge grading={grading} />
        {badges}
      </span>
      <span className={classes.aside}>{aside}</span>
      <span className={classes.subject} title={subject}>
        {subject}
      </span>
      <span className={classes.about}>{about}</span>
    </span>
  );
}
