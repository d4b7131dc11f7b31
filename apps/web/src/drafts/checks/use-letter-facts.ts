import type { LetterFacts } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../api/query-of';
import { useFile } from '../../custody/api';
import { today } from '../../language/dates';
import { usePosts } from '../../organisation/api';

const AN_HOUR = 3_600_000;

/** What the checks want to know besides the letter; null until all of it is there. */
export function useLetterFacts(fileId: string, receiptId: string | null): LetterFacts | null {
  const { data: letterhead } = useQuery(queryOf('getLetterhead', {}, { staleTime: AN_HOUR }));
  const { data: posts } = usePosts();
  const file = useFile(fileId);
  const params = { receiptId: receiptId ?? '' };
  // Not everybody who reads the file may read the diary: then it is not known in which language the letter came.
  const answered = useQuery(queryOf('getReceipt', { params }, { enabled: receiptId !== null, retry: false }));
  if (!letterhead || !posts || file.isPending || (receiptId !== null && answered.isPending)) return null;
  const withoutHindi = file.data?.withoutHindi ?? [];
  return { layout: letterhead.layout, answered: answered.data?.language ?? null, posts, today: today(), withoutHindi };
}
