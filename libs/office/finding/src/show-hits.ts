import type { SearchHit, SearchKind } from '@patravali/contract';
import type { SqlRunner } from '@patravali/database';
import { excerptOf, type Marked, markedIn, type SearchWords } from '@patravali/search';
import { type Found } from './hits-of-kind';
import { FOUND_KINDS } from './found-kinds';

interface Texts {
  readonly title: string | null;
  /** The text, or each page of it. */
  readonly pages: readonly { readonly page: number | null; readonly text: string }[];
}

/** The hits as they are shown, with what was found in them marked: one statement at most. */
export async function showHits(
  database: SqlRunner,
  words: SearchWords,
  found: readonly { readonly kind: SearchKind; readonly hit: Found }[],
  stems: ReadonlySet<string>,
): Promise<SearchHit[]> {
  const texts = found.map(({ kind, hit }) => textsOf(kind, hit));
  const all = texts.flatMap(({ title, pages }) => [title ?? '', ...pages.map(({ text }) => text)]);
  const marked = await markedIn(database, words, all, stems);
  let next = 0;
  return found.map(({ kind, hit }, at) => {
    const { title, pages } = texts[at] ?? { title: null, pages: [] };
    const own = marked.slice(next, (next += pages.length + 1));
    const bodies = own.slice(1);
    const best = bodies.reduce(
      (most, { marks }, page) => (marks.length > (bodies[most]?.marks.length ?? 0) ? page : most),
      0,
    );
    return {
      ...asShown(hit),
      kind,
      page: pages[best]?.page ?? null,
      title: title === null ? null : copyOf(own[0]),
      snippet: pages.length === 0 ? null : excerpt(bodies[best], title === null),
    };
  });
}

const asShown = ({ id, foundBy, file, ordinal, number, numberHi, receiptId, at, author, post }: Found) => {
  return { id, foundBy, file, ordinal, number, numberHi, receiptId, at, author, post };
};

function textsOf(kind: SearchKind, { content, graded }: Found): Texts {
  const { textsOf: textsOfKind, pagesOf } = FOUND_KINDS[kind];
  const { title, text } = textsOfKind(content as never);
  if (graded) return { title, pages: [] };
  return { title, pages: pagesOf ? pagesOf(content as never) : [{ page: null, text }] };
}

/** Where the title says all, nothing of the text needs to be shown. */
function excerpt(body: Marked | undefined, isAlone: boolean): SearchHit['snippet'] {
  if (!body || body.text === '' || (!isAlone && body.marks.length === 0)) return null;
  return copyOf(excerptOf(body));
}

const copyOf = (marked: Marked | undefined): SearchHit['title'] =>
  marked ? { text: marked.text, marks: marked.marks.map((mark) => ({ ...mark })) } : null;
