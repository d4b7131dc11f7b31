import { FilesAreFollowed1790000000096 } from './1790000000096-files-are-followed';
import { FollowersAreTold1790000000122 } from './1790000000122-followers-are-told';

/** What this area has changed in the schema since the first release, in order. */
export const MOVEMENT_MIGRATIONS = [FilesAreFollowed1790000000096, FollowersAreTold1790000000122];
