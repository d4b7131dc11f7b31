import { Bilingual, Instant, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import {
  FILE_FILTERS,
  SEARCH_FILTERS,
  SEARCH_KINDS,
  SEARCHED,
  type SearchFilter,
  type SearchKind,
} from '../../files/contract/searching';
import { PostId, Posts } from '../../organisation/contract/named-posts';

/** Why something was found: by the words themselves in any form, by what means the same, or by what sounds alike. */
export const FOUND_BY = ['words', 'meaning', 'sound'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** What each kind has. One that lacks what is asked for is left out; by itself it cannot be asked for. */
export const FILTERS_OF_KIND: Readonly<Record<SearchKind | 'file', readonly SearchFilter[]>> = {
  file: FILE_FILTERS,
  note: FILE_FILTERS,
  receipt: SEARCH_FILTERS,
  draft: FILE_FILTERS,
  issue: FILE_FILTERS,
  scan: SEARCH_FILTERS,
  person: ['unit'],
  post: ['unit'],
};

/** Without `kind` the first of every kind; with it one kind, and the next pages of it. */
export const SearchOffice = PageQuery.extend({
  ...SEARCHED,
  kind: z.enum(SEARCH_KINDS).optional(),
})
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'ends-before-it-begins',
    path: ['to'],
  })
  .check(({ value, issues }) => {
    const { kind } = value;
    if (kind === undefined) return;
    for (const filter of lackedBy(kind, value))
      issues.push({ code: 'custom', message: 'not-of-this-kind', path: [FIELD_OF[filter]], input: value });
  });
export type SearchOffice = z.infer<typeof SearchOffice>;

const FIELD_OF = { days: 'from', unit: 'unitId', sender: 'sender', holder: 'holderId', state: 'state' } as const;

/** To which of these a search is narrowed. */
export const filtersOfSearch = ({
  from,
  to,
  unitId,
  sender,
  holderId,
  state,
}: Partial<
  Pick<SearchOffice, 'from' | 'to' | 'unitId' | 'sender' | 'holderId' | 'state'>
>): readonly SearchFilter[] => {
  const given = { days: from ?? to, unit: unitId, sender, holder: holderId, state };
  return SEARCH_FILTERS.filter((filter) => given[filter] !== undefined);
};

/** What of that this kind has not. */
export const lackedBy = (
  kind: SearchKind | 'file',
  narrowed: Parameters<typeof filtersOfSearch>[0],
): readonly SearchFilter[] => filtersOfSearch(narrowed).filter((filter) => !FILTERS_OF_KIND[kind].includes(filter));

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
    refuses: ['unknown-unit', 'unknown-post'],
  }),
};
