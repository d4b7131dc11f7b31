import {
  namePosts,
  type OperationEntry,
  type OperationId,
  OPERATIONS,
  type Posts,
  postPlaces,
} from '@patravali/contract';

/** What an operation answered, as the page shows it: with each post in the place of its id. */
export function namedAnswer(does: OperationId, body: unknown): unknown {
  const { answer }: OperationEntry = OPERATIONS[does];
  return answer ? namePosts(body, postPlaces(answer), (body as { posts: Posts }).posts) : body;
}
