import type { DraftComment, Named } from '@patravali/contract';
import { call } from '../../api/call';
import { WHOLE } from '../../api/lists/use-list';

/** The comments on a draft that nobody has resolved, as the office knows them at this moment. */
export async function readOpenComments(draftId: string): Promise<Named<DraftComment>[]> {
  const open: Named<DraftComment>[] = [];
  let cursor: string | null = null;
  do {
    const query = { ...WHOLE, ...(cursor !== null && { cursor }) };
    const page: Awaited<ReturnType<typeof pageOfComments>> = await pageOfComments(draftId, query);
    open.push(...page.items.filter(isOpen));
    cursor = page.next;
  } while (cursor !== null);
  return open;
}

const pageOfComments = (draftId: string, query: { limit: number; cursor?: string }) =>
  call('listDraftComments', { params: { draftId }, query });

export const isOpen = ({ resolved }: Pick<Named<DraftComment>, 'resolved'>): boolean => resolved === null;
