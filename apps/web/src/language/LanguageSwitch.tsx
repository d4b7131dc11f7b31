import { switchLanguage } from './language';
import { useTranslations } from './use-translations';
import classes from './LanguageSwitch.module.css';

/** Shows the page in the other language; Alt+L does the same. */
export function LanguageSwitch() {
  const { t, language } = useTranslations();
  return (
    <button
      type="button"
      className={classes.switch}
      onClick={() => void switchLanguage()}
      aria-keyshortcuts="Alt+L"
      title={t('page.switchLanguageTitle')}
    >
      <span lang="hi" data-on={language === 'hi' || undefined}>
        {t('page.hindi')}
      </span>
      <span lang="en" data-on={language === 'en' || undefined}>
        {t('page.english')}
      </span>
    </button>
  );
}
