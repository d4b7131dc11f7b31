import type { Query } from '@patravali/contract';
import { useList } from '../api/use-list';

export const useAuditedFiles = (query: Query<'listAuditedFiles'>) => useList('listAuditedFiles', { query });
