import type { Hint, OperationId } from '@patravali/contract';
import type { QueryClient } from '@tanstack/react-query';
import { actingPostId } from './acting-post';
import { DESK, DRAFT, FILE, NOTICES, RECEIPT } from './affected';

const OF_A_DESK: readonly OperationId[] = [...DESK, 'listDiscussions', 'listQuestions', 'getQuestion', 'listIssues'];
const OF_A_FILE: readonly OperationId[] = [...FILE, ...DRAFT, 'listConsultations'];

/** Has the answers asked for again that a hint tells of, as far as the page shows them; the others when they are shown next. */
export function markStale(client: QueryClient, hint: Hint): void {
  const post = actingPostId();
  const desk = hint.all || (post !== null && hint.desks.includes(post));
  void client.invalidateQueries({
    predicate: ({ queryKey: [, operation, ...rest] }) => {
      const of = (operations: readonly OperationId[]) => operations.includes(operation as OperationId);
      if (desk && of(OF_A_DESK)) return true;
      if (hint.notices && of(NOTICES)) return true;
      const things = of(OF_A_FILE) ? hint.files : of(RECEIPT) ? hint.receipts : undefined;
      if (things === undefined) return false;
      const asked = JSON.stringify(rest);
      return hint.all || things.some((id) => asked.includes(id));
    },
  });
}
