import { useTranslations } from '../language/use-translations';
import classes from './consultations.module.css';

/** How many working days it is late; nothing while it is not. */
export function LateBy({ days }: { days: number }) {
  const { t } = useTranslations('consultations');
  if (days === 0) return null;
  return <strong className={classes.late}> · {t('lateBy', { days })}</strong>;
}
