import { switchLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { loadAnew } from '../../parts/load-anew';
import { MissingPart } from '../../parts/lazy-import';
import { showRefusal } from '../notices/announcements';

/** Changes to the other language. When its sentences do not come, the page stays as it is and says so. */
export function useSwitchLanguage(): () => void {
  const { t } = useTranslations();
  return () =>
    void switchLanguage().catch(async (error: unknown) => {
      if (!(error instanceof MissingPart)) throw error;
      const why = await loadAnew(error);
      showRefusal(t(why === 'unreachable' ? 'page.unreachable' : 'page.partMissing'));
    });
}
