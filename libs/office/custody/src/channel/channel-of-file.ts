import { DESK_CLOCK } from '../clock/desk-clock';

/** Of the file whose id this expression gives, what the rules of the channel ask of its custody. */
export const channelOfFile = (fileId: string) => ({
  /** The id of its kind of case, or null. */
  category: `(SELECT c.category_id FROM file_custody c WHERE c.file_id = ${fileId})`,
  /** The jumped posts that it has not passed yet, as an array. */
  owed: `(SELECT c.jumped_post_ids FROM file_custody c WHERE c.file_id = ${fileId})`,
  /** How long it has been on its desk, as `DeskClock`. */
  clock: `COALESCE((SELECT ${DESK_CLOCK} FROM file_custody c WHERE c.file_id = ${fileId}), '{"days": 0, "limit": 0}')`,
});
