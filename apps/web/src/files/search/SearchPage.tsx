import { useNavigate, useSearch } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { FileListPage } from './FileListPage';
import { StateChips } from './StateChips';

/** Files by number, computer number or words of the subject; without words all that one may read. */
export function SearchPage() {
  const { t } = useTranslations();
  const { q, state: inState } = useSearch({ from: '/office/with-navigation/search' });
  const rows = useList('findFiles', { query: { q, state: inState } });
  const navigate = useNavigate({ from: '/search' });
  const title = q === undefined ? t('desk.searchTitle') : t('desk.searchFor', { q });
  return (
    <FileListPage
      title={title}
      rows={rows}
      empty={t('desk.emptySearch')}
      about={(file) => t('desk.computerNumber', { n: String(file.computerNumber) })}
      filters={
        <StateChips
          title={title}
          state={inState}
          onChoose={(state) => void navigate({ search: { q, state }, replace: true })}
        />
      }
    />
  );
}
