import { useEffect } from 'react';
import { useTranslations } from '../../language/use-translations';

/** The title of the page, as the browser's tab shows it and a screen reader says it first. */
export function useTitle(title: string): void {
  const { t } = useTranslations();
  const name = t('page.name');
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`;
  }, [title, name]);
}
