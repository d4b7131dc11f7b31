import type { Hint, Topic } from '@patravali/contract';
import type { QueryClient } from '@tanstack/react-query';
import { actingPostId } from './session/acting-post';
import { shownBy } from './topics';

const OF_A_DESK: readonly Topic[] = ['desk', 'waiting'];
const OF_A_FILE: readonly Topic[] = ['file', 'draft', 'consultations'];

/** Has the answers asked for again that a hint tells of, as far as the page shows them; the others when they are shown next. */
export function markStale(client: QueryClient, hint: Hint): void {
  const post = actingPostId();
  const desk = hint.all || (post !== null && hint.desks.includes(post));
  void client.invalidateQueries({
    predicate: ({ queryKey: [, operation, ...rest] }) => {
      const shows = (topics: readonly Topic[]) => shownBy(topics).some((query) => query === operation);
      if (desk && shows(OF_A_DESK)) return true;
      if (hint.notices && shows(['notices'])) return true;
      const things = shows(OF_A_FILE) ? hint.files : shows(['receipt']) ? hint.receipts : undefined;
      if (things === undefined) return false;
      const asked = JSON.stringify(rest);
      return hint.all || things.some((id) => asked.includes(id));
    },
  });
}
