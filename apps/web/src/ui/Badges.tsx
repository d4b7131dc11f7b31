import type { Flag, Grading, Urgency } from '@patravali/contract';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { lazyPart } from './page/lazy-part';
import classes from './Badges.module.css';

// With them comes the calendar of the office.
const LateBy = lazyPart(() => import('./days/CountedDays').then((part) => part.LateBy));
const WithMe = lazyPart(() => import('./days/CountedDays').then((part) => part.WithMe));

/** How urgent; nothing for an ordinary thing. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslations();
  if (urgency === 'ordinary') return null;
  return (
    <span className={classes.badge} data-kind="urgent">
      {t(`urgency.${urgency}`)}
    </span>
  );
}

/** How it is graded; nothing for normal unless `always`. */
export function GradingBadge({ grading, always = false }: { grading: Grading; always?: boolean }) {
  const { t } = useTranslations();
  if (grading === 'normal' && !always) return null;
  return (
    <span className={classes.badge} data-kind={grading === 'normal' ? undefined : 'stamp'}>
      {t(`grading.${grading}`)}
    </span>
  );
}

/** The flag on a letter: PUC, FR I, A … */
export function FlagBadge({ flag }: { flag: Flag }) {
  const { t } = useTranslations();
  return (
    <abbr className={classes.flag} data-kind={kindOf(flag)} title={t(`flagLong.${flag}`)}>
      {t(`flag.${flag}`)}
    </abbr>
  );
}

function kindOf(flag: Flag): 'puc' | 'fr' | 'other' {
  if (flag === 'puc') return 'puc';
  return flag.startsWith('fr') ? 'fr' : 'other';
}

/** When it is due, or how many working days late it is; nothing without a due date. */
export function Due({ dueOn }: { dueOn: string | null }) {
  const { t, dayShort } = useTranslations();
  if (dueOn === null) return <span className={classes.due} />;
  return dueOn < today() ? (
    <strong className={classes.late}>
      <LateBy dueOn={dueOn} />
    </strong>
  ) : (
    <span className={classes.due}>{t('page.due', { day: dayShort(dueOn) })}</span>
  );
}

/** For how many working days it has been on this desk. */
export function DaysWithMe({ since }: { since: string }) {
  return (
    <span className={classes.due}>
      <WithMe since={since} />
    </span>
  );
}

/** For how many working days a file has been on this desk, and of how many, once they are more. */
export function DaysOnDesk({ days, limit }: { days: number; limit: number }) {
  const { t } = useTranslations();
  if (days > limit) return <strong className={classes.late}>{t('page.withMeTooLong', { days, limit })}</strong>;
  return <span className={classes.due}>{days > 0 ? t('page.withMe', { days }) : t('page.withMeToday')}</span>;
}

/** A plain pill, for what has no colour of its own. */
export function Pill({
  children,
  kind,
}: {
  children: React.ReactNode;
  kind?: 'accent' | 'urgent' | 'stamp' | 'yellow';
}) {
  return (
    <span className={classes.badge} data-kind={kind}>
      {children}
    </span>
  );
}
