import { useTranslations } from '../../language/use-translations';
import classes from './Count.module.css';

/** Above this, a count is "more than". */
const COUNTED_TO = 999;

/** How much there is; nothing where there is nothing. */
export function Count({ of }: { of: number }) {
  const { t, number } = useTranslations();
  if (of === 0) return null;
  return <span className={classes.count}>{of > COUNTED_TO ? t('desk.moreThan') : number(of)}</span>;
}
