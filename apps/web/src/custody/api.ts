import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';

/** A file in its present state: its cover, who has it, and what one may do with it. */
export function useFile(fileId: string, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keyOf('getFile', { params: { fileId } }),
    queryFn: ({ signal }) => call('getFile', { params: { fileId } }, { signal }),
    enabled: options.enabled ?? true,
  });
}
