import { useTranslations } from '../../language/use-translations';
import { useSuperiorChanges } from '../api';

/** While files are still being shown to new superiors: how far that is. */
export function SuperiorsFollowed() {
  const { t } = useTranslations('establishment');
  const { data } = useSuperiorChanges();
  if (!data || data.changes === 0) return null;
  const { done, files } = data;
  return (
    <p role="status">
      {files === null ? t('establishment.superiorsBegin') : t('establishment.superiorsFollowed', { done, files })}
    </p>
  );
}
