import type { Actor } from '@patravali/authorization';
import type { SearchKind } from '@patravali/contract';
import { CUSTODY, readableThere, type WhereItLies } from '@patravali/custody';
import {
  FOUND_RECEIPTS,
  narrowedScans,
  readingReceipts,
  readingScans,
  receiptOfScan,
  SHOWN_RECEIPT,
} from '@patravali/dak';
import type { Parameters } from '@patravali/database';
import { FOUND_SCANS, type ScannedPage } from '@patravali/documents';
import { FOUND_DRAFTS, FOUND_ISSUES, SHOWN_DRAFT, SHOWN_ISSUE } from '@patravali/drafts';
import { readingIssues } from '@patravali/letters';
import { FOUND_NOTES, SHOWN_NOTE } from '@patravali/notes';
import {
  FOUND_PEOPLE,
  FOUND_POSTS,
  joinHeldPost,
  narrowedPeople,
  readingPeople,
  readingPosts,
  SHOWN_PERSON,
  SHOWN_POST,
} from '@patravali/organisation';
import type { Narrowing, ReadingRows, SearchedItems } from '@patravali/search';

/** How a hit of a kind is shown beside its words, each as SQL; what is left out, it has not. */
export interface Shown {
  readonly fileId?: string;
  readonly ordinal?: string;
  readonly number?: string;
  readonly numberHi?: string;
  readonly receiptId?: string;
  readonly at?: string;
  readonly authorId?: string;
  readonly post?: string;
  /** Whether it is graded above normal by itself, whatever its file is. */
  readonly graded?: string;
}

export interface FoundKind {
  // Each kind makes texts of contents of its own.
  readonly items: Pick<SearchedItems, 'kind' | 'source' | 'id' | 'content' | 'where'>;
  readonly textsOf: (content: never) => ReturnType<SearchedItems['textsOf']>;
  /** Pages of which the text is put together: a hit says on which it is. */
  readonly pagesOf?: (content: never) => readonly ScannedPage[];
  /** What else is joined for what is shown. */
  readonly join?: string;
  readonly shown: Shown;
  /** Why somebody reads such items: any of these rows. */
  readonly reading: (
    actor: Pick<Actor, 'ability' | 'organisationId'>,
    parameters: Parameters,
    there?: WhereItLies,
  ) => readonly ReadingRows[];
  /** Where its own entry does not say to what it may be narrowed: a condition on the rows by which it is read. */
  readonly narrowed?: (to: Narrowing, postIds: readonly string[], bind: Parameters['bind']) => string;
}

/** To what a search is narrowed. */
export interface Narrowed {
  /** By what entries say. */
  readonly to: Narrowing | undefined;
  /** Of a unit. */
  readonly postIds: readonly string[];
  /** It changes with every hand: the rows by which something is read say it. */
  readonly there: WhereItLies | undefined;
}

/** Whoever reads a file reads its notes and drafts. */
const readingByFile: FoundKind['reading'] = (actor, parameters, there) => {
  const { join, where } = readableThere(actor, parameters, there);
  return [{ source: `${CUSTODY} ${join}`, isEntry: 's.file_id = c.file_id', where }];
};

/** What is found, kind by kind; each area says what of its own is, and who reads it. */
export const FOUND_KINDS: Readonly<Record<SearchKind, FoundKind>> = {
  note: { items: FOUND_NOTES, textsOf: FOUND_NOTES.textsOf, shown: SHOWN_NOTE, reading: readingByFile },
  receipt: { items: FOUND_RECEIPTS, textsOf: FOUND_RECEIPTS.textsOf, shown: SHOWN_RECEIPT, reading: readingReceipts },
  draft: { items: FOUND_DRAFTS, textsOf: FOUND_DRAFTS.textsOf, shown: SHOWN_DRAFT, reading: readingByFile },
  issue: { items: FOUND_ISSUES, textsOf: FOUND_ISSUES.textsOf, shown: SHOWN_ISSUE, reading: readingIssues },
  scan: {
    items: FOUND_SCANS,
    textsOf: FOUND_SCANS.textsOf,
    pagesOf: (pages: readonly ScannedPage[]) => pages,
    join: receiptOfScan(FOUND_SCANS.id),
    shown: SHOWN_RECEIPT,
    reading: readingScans,
    narrowed: (to, _, bind) => narrowedScans(`${bind(to.query)}::tsquery`),
  },
  person: {
    items: FOUND_PEOPLE,
    textsOf: FOUND_PEOPLE.textsOf,
    join: joinHeldPost,
    shown: SHOWN_PERSON,
    reading: readingPeople,
    narrowed: (_, postIds, bind) => narrowedPeople(`${bind(postIds)}::uuid[]`),
  },
  post: { items: FOUND_POSTS, textsOf: FOUND_POSTS.textsOf, shown: SHOWN_POST, reading: readingPosts },
};
