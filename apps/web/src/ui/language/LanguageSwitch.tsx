import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { useSwitchLanguage } from './use-switch-language';
import classes from './LanguageSwitch.module.css';

/** Shows the page in the other language; Alt+L does the same. An office of one language has none. */
export function LanguageSwitch() {
  const { t, language } = useTranslations();
  const switchLanguage = useSwitchLanguage();
  if (useOnlyLanguage() !== null) return null;
  return (
    <button
      type="button"
      className={classes.switch}
      onClick={switchLanguage}
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
