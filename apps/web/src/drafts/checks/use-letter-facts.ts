import type { LetterFacts } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { today } from '../../language/dates';
import { usePosts } from '../../organisation/api';

const AN_HOUR = 3_600_000;

/** What the checks want to know besides the letter; null until all of it is there. */
export function useLetterFacts(receiptId: string | null): LetterFacts | null {
  const { data: letterhead } = useQuery({
    queryKey: keyOf('getLetterhead'),
    queryFn: ({ signal }) => call('getLetterhead', {}, { signal }),
    staleTime: AN_HOUR,
  });
  const { data: posts } = usePosts();
  const params = { receiptId: receiptId ?? '' };
  // Not everybody who reads the file may read the diary: then it is not known in which language the letter came.
  const answered = useQuery({
    queryKey: keyOf('getReceipt', { params }),
    queryFn: ({ signal }) => call('getReceipt', { params }, { signal }),
    enabled: receiptId !== null,
    retry: false,
  });
  if (!letterhead || !posts || (receiptId !== null && answered.isPending)) return null;
  return { layout: letterhead.layout, answered: answered.data?.language ?? null, posts, today: today() };
}
