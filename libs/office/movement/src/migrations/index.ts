import { FilesAreFollowed1790000000096 } from './1790000000096-files-are-followed';

/** What this area has changed in the schema since the first release, in order. */
export const MOVEMENT_MIGRATIONS = [FilesAreFollowed1790000000096];
