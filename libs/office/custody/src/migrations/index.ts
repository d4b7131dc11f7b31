import { DueDaysLieAhead1790000000021 } from './1790000000021-due-days-lie-ahead';

/** What this area has changed in the schema since the first release, in order. */
export const CUSTODY_MIGRATIONS = [DueDaysLieAhead1790000000021];
