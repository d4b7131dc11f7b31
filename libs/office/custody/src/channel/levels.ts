import { postLevel } from '@patravali/organisation';

/** The distinct levels of the desk that holds a file, or closed it, and of all that sent it on: of the custody `c`, as an array. */
const levelsWith = (custody: string, post: string): string =>
  `ARRAY(SELECT DISTINCT each FROM unnest(${custody}levels || ${postLevel(post)}) each WHERE each IS NOT NULL ORDER BY each DESC)`;

/** What a change of custody counts when the holder sends the file on. */
export const LEVELS_WITH_SENDER = () => levelsWith('', 'holder_post_id');

/** Every level that the file `c` has come to. */
export const LEVELS_CLIMBED = levelsWith('c.', 'COALESCE(c.holder_post_id, c.closed_by_post_id)');
