import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import classes from './page.module.css';

/** From where nothing is: to one's own work, to the search, and back to where one came from. */
export function ErrorActions() {
  const { t } = useTranslations();
  return (
    <nav className={classes.ways} aria-label={t('page.waysOut')}>
      <Link to="/">{t('page.toDesk')}</Link>
      <Link to="/search" search={{}}>
        {t('desk.findFiles')}
      </Link>
      {window.history.length > 1 && (
        <button type="button" onClick={() => window.history.back()}>
          {t('page.back')}
        </button>
      )}
    </nav>
  );
}
