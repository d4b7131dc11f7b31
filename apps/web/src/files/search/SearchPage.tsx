import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { FileListPage } from './FileListPage';
import { StateChips } from './StateChips';

/**
 * Files by number, computer number or words of the subject; without words all that one may read.
 * @param kinds above the list: what else is found by these words
 */
export function SearchPage({ kinds }: { kinds: ReactNode }) {
  const { t } = useTranslations();
  const { q, state: inState, kind } = useSearch({ from: '/office/with-navigation/search' });
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
        <div>
          {kinds}
          <StateChips
            title={title}
            state={inState}
            onChoose={(state) => void navigate({ search: { q, state, kind }, replace: true })}
          />
        </div>
      }
    />
  );
}
