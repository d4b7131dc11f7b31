import type { RedactionMark } from '@patravali/contract';
import type { BlackArea, PageToBlacken } from '@patravali/documents';
import { wholePages } from './left-out';

/** What is to become black on each page that has a mark, with the clause written on it. */
export function pagesToBlacken(marks: readonly RedactionMark[]): ReadonlyMap<number, PageToBlacken> {
  const whole = wholePages(marks);
  const areas = new Map<number, BlackArea[]>();
  for (const { page, area, clause } of marks) {
    if (area) areas.set(page, [...(areas.get(page) ?? []), { ...area, sign: clause }]);
  }
  const pages = [...new Set(marks.map(({ page }) => page))];
  return new Map(pages.map((page) => [page, { whole: whole.get(page) ?? null, areas: areas.get(page) ?? [] }]));
}
