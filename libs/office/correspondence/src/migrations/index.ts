import { FlagsAsOnPaper1790000000065 } from './1790000000065-flags-as-on-paper';

/** What this area has changed in the schema since the first release, in order. */
export const CORRESPONDENCE_MIGRATIONS = [FlagsAsOnPaper1790000000065];
