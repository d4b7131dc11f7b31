import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { FileListPage } from './FileListPage';

/**
 * Files by number, computer number or words of the subject, narrowed to what the address says; without words all that one may read.
 * @param above the list: what else is found by these words, and to what it is narrowed
 */
export function SearchPage({ above }: { above: ReactNode }) {
  const { t } = useTranslations();
  const { q, from, to, unitId, holderId, state } = useSearch({ from: '/office/with-navigation/search' });
  const rows = useList('findFiles', { query: { q, from, to, unitId, holderId, state } });
  return (
    <FileListPage
      title={q === undefined ? t('desk.searchTitle') : t('desk.searchFor', { q })}
      rows={rows}
      empty={t('desk.emptySearch')}
      about={(file) => t('desk.computerNumber', { n: String(file.computerNumber) })}
      filters={<div>{above}</div>}
    />
  );
}
