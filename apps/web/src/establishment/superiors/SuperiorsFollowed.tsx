import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../api/query-of';
import { useTranslations } from '../../language/use-translations';

const LOOK_AGAIN_MS = 3_000;

/** How far files know their new superiors; asked again while some do not. */
const useSuperiorChanges = () =>
  useQuery({
    ...queryOf('getSuperiorChanges', {}, { staleTime: 0 }),
    refetchInterval: ({ state }) => ((state.data?.changes ?? 0) > 0 ? LOOK_AGAIN_MS : false),
  });

/** While files are still being shown to new superiors: how far that is. */
export function SuperiorsFollowed() {
  const { t } = useTranslations('establishment');
  const { data } = useSuperiorChanges();
  // A new office has put its posts below each other and has no files; a change is counted as soon as it is made.
  if (!data?.files || data.changes === 0) return null;
  const { done, files } = data;
  return <p role="status">{t('establishment.superiorsFollowed', { done, files })}</p>;
}
