import { DiaryEntriesAreCorrected1790000000019 } from './1790000000019-diary-entries-are-corrected';

/** What this area has changed in the schema since the first release, in order. */
export const DAK_MIGRATIONS = [DiaryEntriesAreCorrected1790000000019];
