import { queryOf } from '../../api/query-of';

/** They change only by one's own hand. */
const FRESH_MS = 5 * 60_000;

/** The looks at the inbox that one keeps for the acting post. */
export const deskViewsQuery = () => queryOf('listDeskViews', {}, { staleTime: FRESH_MS });
