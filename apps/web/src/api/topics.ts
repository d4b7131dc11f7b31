import type { OperationId, Topic } from '@patravali/contract';
import { ROUTES } from 'virtual:routes';

const QUERIES = Object.entries(ROUTES).filter(([, [method]]) => method === 'GET');

/** The topics that a query shows, or that a command changes. */
export const topicsOf = (id: OperationId): readonly Topic[] => ROUTES[id][3];

/** The queries that show one of these topics. */
export const shownBy = (topics: readonly Topic[]): OperationId[] =>
  QUERIES.filter(([, [, , , shown]]) => shown.some((topic) => topics.includes(topic))).map(([id]) => id as OperationId);
