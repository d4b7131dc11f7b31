import { Link, useRouter } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import classes from './page.module.css';

/** From where nothing is: to one's own work, to the search, and back to where one came from. */
export function WaysOut() {
  const { t } = useTranslations();
  const { history } = useRouter();
  return (
    <nav className={classes.ways} aria-label={t('page.waysOut')}>
      <Link to="/">{t('page.toDesk')}</Link>
      <Link to="/search" search={{}}>
        {t('desk.findFiles')}
      </Link>
      {history.canGoBack() && (
        <button type="button" onClick={() => history.back()}>
          {t('page.back')}
        </button>
      )}
    </nav>
  );
}
