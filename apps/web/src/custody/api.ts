import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';

/** A file in its present state: its cover, who has it, and what one may do with it. */
export const useFile = (fileId: string, options: { enabled?: boolean } = {}) =>
  useQuery({
    ...queryOf('getFile', { params: { fileId } }),
    enabled: options.enabled ?? true,
  });
