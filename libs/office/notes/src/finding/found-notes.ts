import { plainText, type StructuredText } from '@patravali/contract';
import { dayInIndia } from '@patravali/database';
import type { SearchedItems } from '@patravali/search';
import { hasWords } from '../note/words';

/** The notes of sheets, as they are found by their words: a note in writing is its desk's alone, and is not. */
export const FOUND_NOTES = {
  kind: 'note',
  source: 'note n',
  id: 'n.id',
  organisationId: 'n.organisation_id',
  fileId: 'n.file_id',
  at: 'n.frozen_at',
  day: dayInIndia('n.frozen_at'),
  post: 'n.author_post_id',
  where: hasWords('n'),
  content: 'n.content',
  textsOf: (content) => ({ title: null, text: plainText(content) }),
} satisfies SearchedItems<StructuredText>;

/** How a found note is shown, as SQL. */
export const SHOWN_NOTE = {
  fileId: 'n.file_id',
  ordinal: 'n.number',
  at: 'n.frozen_at',
  authorId: 'n.author_user_id',
  post: 'n.author_post_id',
} as const;
