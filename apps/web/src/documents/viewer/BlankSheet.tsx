import { useTranslations } from '../../language/use-translations';
import classes from './viewer.module.css';

/** Where a document's first page will be. */
export function BlankSheet() {
  const { t } = useTranslations();
  return (
    <div className={classes.viewer} role="status" aria-busy="true" aria-label={t('viewer.opening')}>
      <div className={classes.scroller}>
        <div className={classes.blankPage} />
      </div>
    </div>
  );
}
