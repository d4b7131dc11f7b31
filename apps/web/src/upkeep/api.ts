import { queryOf } from '../api/query-of';

/** Asked anew each time: what it tells of is done on other pages. */
export const checklistQuery = () => queryOf('getChecklist', {}, { staleTime: 0 });
