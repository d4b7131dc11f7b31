import type { Flag, Grading, Urgency } from '@patravali/contract';
import { daysBetween, today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import classes from './Badges.module.css';

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

/** When it is due, or how late it is; a dash without a due date. */
export function Due({ dueOn }: { dueOn: string | null }) {
  const { t, dayShort } = useTranslations();
  if (dueOn === null) return <span className={classes.due} />;
  const late = daysBetween(dueOn, today());
  return late > 0 ? (
    <strong className={classes.late}>{t('page.late', { days: late })}</strong>
  ) : (
    <span className={classes.due}>{t('page.due', { day: dayShort(dueOn) })}</span>
  );
}

/** For how many days it has been on this desk. */
export function DaysWithMe({ since }: { since: string }) {
  return <DaysOnDesk days={daysBetween(since, today())} />;
}

export function DaysOnDesk({ days }: { days: number }) {
  const { t } = useTranslations();
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
