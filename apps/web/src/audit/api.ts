import type { Query } from '@patravali/contract';
import { useList } from '../api/use-list';

export const useAuditedFiles = (query: Query<'listAuditedFiles'>) => useList('listAuditedFiles', { query });

/** Each search is on the record: nothing is looked for before somebody asks for something. */
export const useFoundEvents = (query: Query<'searchEvents'>, enabled: boolean) =>
  useList('searchEvents', { query }, { enabled });
