import { type Exemption, EXEMPTIONS, type RedactionMark } from '@patravali/contract';

/** What is left out of one page under one clause. */
export interface LeftOut {
  /** From 1, within the document. */
  readonly page: number;
  readonly clause: Exemption;
  /** How many passages; null for the whole page. */
  readonly passages: number | null;
}

/** In the order of the pages and, on one, of the Act. A page that is left out whole has no passages beside that. */
export function leftOut(marks: readonly RedactionMark[]): LeftOut[] {
  const whole = wholePages(marks);
  const pages = [...whole].map(([page, clause]): LeftOut => ({ page, clause, passages: null }));
  const passages = new Map<string, LeftOut>();
  for (const { page, clause } of marks) {
    if (whole.has(page)) continue;
    const key = `${page} ${clause}`;
    passages.set(key, { page, clause, passages: (passages.get(key)?.passages ?? 0) + 1 });
  }
  return [...pages, ...passages.values()].sort(
    (one, other) => one.page - other.page || EXEMPTIONS.indexOf(one.clause) - EXEMPTIONS.indexOf(other.clause),
  );
}

/** The pages that are left out whole, each under the clause that was named first. */
export function wholePages(marks: readonly RedactionMark[]): ReadonlyMap<number, Exemption> {
  const pages = new Map<number, Exemption>();
  for (const { page, area, clause } of marks) if (!area && !pages.has(page)) pages.set(page, clause);
  return pages;
}

/** As the history of the file tells it, without a word of what stood there: `2: 8(1)(j) × 3`, `4: 8(1)(h)` for a whole page. */
export const leftOutInShort = (marks: readonly RedactionMark[]): string[] =>
  leftOut(marks).map(({ page, clause, passages }) => `${page}: ${clause}${passages === null ? '' : ` × ${passages}`}`);
