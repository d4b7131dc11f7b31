import { queryOf } from '../../api/query-of';

/** They seldom change, and stand ready when the key is pressed. */
const FRESH_MS = 5 * 60_000;

/** One's own phrases and those of one's unit. */
export const quickPhrasesQuery = () => queryOf('listQuickPhrases', {}, { staleTime: FRESH_MS });
