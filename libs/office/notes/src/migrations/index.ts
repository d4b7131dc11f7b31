import { NotesHaveKinds1790000000070 } from './1790000000070-notes-have-kinds';
import { DiscussionNotes1790000000071 } from './1790000000071-discussion-notes';
import { QuickPhrases1790000000075 } from './1790000000075-quick-phrases';
import { PhrasesOfTheOffice1790000000156 } from './1790000000156-phrases-of-the-office';
import { OpinionsAreSigned1790000000188 } from './1790000000188-opinions-are-signed';

/** What this area has changed in the schema since the first release, in order. */
export const NOTES_MIGRATIONS = [
  NotesHaveKinds1790000000070,
  DiscussionNotes1790000000071,
  QuickPhrases1790000000075,
  PhrasesOfTheOffice1790000000156,
  OpinionsAreSigned1790000000188,
];
