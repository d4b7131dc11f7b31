import { useTranslations } from '../language/use-translations';

/** Where lists and menus open: a landmark that stays while one page after the other takes its place beside it. */
export function OpenLists() {
  const { t } = useTranslations();
  return <section id="open-lists" aria-label={t('page.openLists')} />;
}
