import type { AnswerDiscussion, Discussion, DiscussionAnswered, Named, Page } from '@patravali/contract';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../../api/keys';
import { useCommand } from '../../api/use-command';
import { useList, WHOLE } from '../../api/lists/use-list';
import { useActing } from '../../api/use-session';

const A_MINUTE = 60_000;

/** The discussion notes in which the acting post took part; all of them, or those that await its answer. */
export const useDiscussions = (all: boolean) =>
  useList('listDiscussions', { query: all ? {} : { open: true } }, { every: A_MINUTE });

/** One of them, also when it is not among those listed any more; undefined until it has come. */
export function useDiscussion(id: string, listed: readonly Named<Discussion>[]) {
  const known = listed.find((one) => one.id === id);
  const { items, isPending, error } = useList('listDiscussions', {}, { ...WHOLE, enabled: !known });
  return { discussion: known ?? items.find((one) => one.id === id), isPending: !known && isPending, error };
}

/**
 * Answers, and lets the row say so in its place. The list is not asked for again there and then: the row would leave it,
 * and a key pressed twice would answer the next one unread.
 */
export function useAnswerDiscussion() {
  const client = useQueryClient();
  const { session, post } = useActing();
  const { mutateAsync, isPending, error, reset } = useCommand('answerDiscussion');
  const answer = async ({ id }: Named<Discussion>, body: AnswerDiscussion) => {
    try {
      await mutateAsync({ params: { noteId: id }, body });
    } catch (refused) {
      // Somebody else on this post may have answered meanwhile.
      void client.invalidateQueries({ queryKey: keyOf('listDiscussions') });
      throw refused;
    }
    const by = { name: session.user.name, post, capacity: post.capacity, actingFor: null };
    const answered = { ...body, by, at: new Date().toISOString() };
    client.setQueriesData<InfiniteData<Page<Named<Discussion>>>>(
      { queryKey: keyOf('listDiscussions') },
      (known) => known && { ...known, pages: known.pages.map((page) => withAnswer(page, id, answered)) },
    );
  };
  return { answer, isPending, error, reset };
}

function withAnswer(page: Page<Named<Discussion>>, id: string, answered: Named<DiscussionAnswered>) {
  return { ...page, items: page.items.map((one) => (one.id === id ? { ...one, answered } : one)) };
}
