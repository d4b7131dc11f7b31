import { Bilingual, Day, Instant, keptText, oneLine, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { PostId, Posts } from '../../organisation/contract/named-posts';

/** What is found beside files, in the order in which it is told: `scan` is what was read on the pages of a received letter. */
export const SEARCH_KINDS = ['note', 'receipt', 'draft', 'issue', 'scan', 'person', 'post'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Why something was found: by the words themselves in any form, by what means the same, or by what sounds alike. */
export const FOUND_BY = ['words', 'meaning', 'sound'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** To what a search may be narrowed: days, the unit of whoever wrote, diarised or issued it, and who sent the letter. */
export type SearchFilter = 'days' | 'unit' | 'sender';

/** What each kind has: of one that lacks what is asked for, nothing is found. */
export const FILTERS_OF_KIND: Readonly<Record<SearchKind, readonly SearchFilter[]>> = {
  note: ['days', 'unit'],
  receipt: ['days', 'unit', 'sender'],
  draft: ['days', 'unit'],
  issue: ['days', 'unit'],
  scan: ['days', 'unit', 'sender'],
  person: ['unit'],
  post: ['unit'],
};

/** Without `kind` the first of every kind; with it one kind, and the next pages of it. */
export const SearchOffice = PageQuery.extend({
  q: z.string().overwrite(keptText).trim().min(1).max(200),
  kind: z.enum(SEARCH_KINDS).optional(),
  /** The days on which it was written, received or issued. */
  from: Day.optional(),
  to: Day.optional(),
  unitId: z.uuid().optional(),
  /** Words by which the sender is called, as the question itself is typed. */
  sender: oneLine(100).optional(),
}).refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
  error: 'ends-before-it-begins',
  path: ['to'],
});
export type SearchOffice = z.infer<typeof SearchOffice>;

/** To which of these a search is narrowed. */
export const filtersOfSearch = ({
  from,
  to,
  unitId,
  sender,
}: Pick<SearchOffice, 'from' | 'to' | 'unitId' | 'sender'>): readonly SearchFilter[] => [
  ...(from === undefined && to === undefined ? [] : (['days'] as const)),
  ...(unitId === undefined ? [] : (['unit'] as const)),
  ...(sender === undefined ? [] : (['sender'] as const)),
];

/** A text with the places of what was found in it, as they count in JavaScript: in order, and none within another. */
export const MarkedText = z
  .object({ text: z.string(), marks: z.array(z.object({ from: z.int(), to: z.int() })) })
  .meta({ id: 'MarkedText' });
export type MarkedText = z.infer<typeof MarkedText>;

export const SearchHit = z
  .object({
    kind: z.enum(SEARCH_KINDS),
    /** Of the note, the receipt, the draft, the issued letter, the document, the person or the post. */
    id: z.uuid(),
    foundBy: z.enum(FOUND_BY),
    /** The file in which it stands, of whoever may read that file; null of what stands in none. */
    file: z.object({ id: z.uuid(), number: z.string(), computerNumber: z.int(), subject: z.string() }).nullable(),
    /** Of a note its number on the sheet, of a draft which on its file. */
    ordinal: z.int().nullable(),
    /** The diary number, or the number of the letter. */
    number: z.string().nullable(),
    numberHi: z.string().nullable(),
    /** Of a scan the received letter whose page it is. */
    receiptId: z.uuid().nullable(),
    /** Of a scan the page on which the words stand. */
    page: z.int().nullable(),
    /** The subject of a letter, the name of a person, what a post is called. */
    title: MarkedText.nullable(),
    /** The place with the words. Null where the title has them, and of what is graded above normal: it is read where it stands. */
    snippet: MarkedText.nullable(),
    /** When it was written, received or issued. */
    at: Instant.nullable(),
    /** Who wrote or issued it; of a received letter, who diarised it. */
    author: Bilingual.nullable(),
    /** From which post; of a person the post that he holds today, of a post itself. */
    post: PostId.nullable(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

/** The hits of a kind: the newest first, but what sounds alike after all others. */
export const FoundOfKind = z
  .object({ kind: z.enum(SEARCH_KINDS), items: z.array(SearchHit), next: z.string().nullable() })
  .meta({ id: 'FoundOfKind' });
export type FoundOfKind = z.infer<typeof FoundOfKind>;

export const SearchAnswer = z
  .object({
    /** Kinds of which nothing was found are left out. */
    kinds: z.array(FoundOfKind),
    posts: Posts,
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const findingOperations = {
  searchOffice: operation('GET', '/search', {
    summary: 'Search notes, letters, drafts, scans, people and posts',
    query: SearchOffice,
    answer: SearchAnswer,
    shows: ['desk'],
    refuses: ['unknown-unit'],
  }),
};
