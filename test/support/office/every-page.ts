import type { PageRows } from '@patravali/contract';

/** A list that goes on longer than this goes round in circles. */
const MOST_PAGES = 100;

/** A whole list, walked page by page: each page but the last is full, and none is empty but of an empty list. */
export async function everyPage<T>(
  limit: number,
  read: (query: { limit: number; cursor?: string }) => Promise<PageRows<T>>,
): Promise<T[]> {
  const found: T[] = [];
  let next: string | null = null;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, next: after }: PageRows<T> = await read(next === null ? { limit } : { limit, cursor: next });
    if (items.length > limit || (after !== null && items.length < limit) || (items.length === 0 && page > 1)) {
      throw new Error(`Page ${page} has ${items.length} rows of ${limit}`);
    }
    found.push(...items);
    if (after === null) return found;
    next = after;
  }
  throw new Error(`The list has no end after ${MOST_PAGES} pages`);
}
