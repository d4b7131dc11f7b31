import type { Page } from '@patravali/contract';
import { WHOLE } from './use-list';

/** All pages of a list that is wanted at once: a picker searches it by itself, or its newest rows are the last. */
export async function wholeList<Item>(
  ask: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let page = await ask(WHOLE);
  items.push(...page.items);
  while (page.next !== null) {
    page = await ask({ ...WHOLE, cursor: page.next });
    items.push(...page.items);
  }
  return items;
}
