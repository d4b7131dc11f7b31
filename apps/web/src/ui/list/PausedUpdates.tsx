import { Kbd } from '../keyboard/Kbd';
import { useKeys } from '../keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import classes from './list-page.module.css';

/** How much has arrived above the rows that are shown; at the foot, where its coming moves nothing. */
export function PausedUpdates({ held, show }: { held: number; show: () => void }) {
  const { t } = useTranslations();
  useKeys([{ key: '.', label: t('keys.showArrived'), run: show }], held > 0);
  if (held === 0) return null;
  return (
    <button type="button" className={classes.held} onClick={show}>
      {t('desk.held', { count: held })} <Kbd keys="." />
    </button>
  );
}
