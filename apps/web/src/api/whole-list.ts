import type { Page } from '@patravali/contract';
import { WHOLE } from './use-list';

/** All pages of a list that a picker searches by itself. */
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
