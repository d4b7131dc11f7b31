import { ActiveContentIsKnown1790000000041 } from './1790000000041-active-content-is-known';

/** What this area has changed in the schema since the first release, in order. */
export const DOCUMENTS_MIGRATIONS = [ActiveContentIsKnown1790000000041];
