import { Notices1790000000085 } from './1790000000085-notices';
import { NoticesAreMailed1790000000087 } from './1790000000087-notices-are-mailed';

/** What this area has changed in the schema, in order. */
export const NOTICES_MIGRATIONS = [Notices1790000000085, NoticesAreMailed1790000000087];
