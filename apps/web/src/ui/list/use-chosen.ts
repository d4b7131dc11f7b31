import { useState } from 'react';
import { placeIn, rowAt } from './neighbours';

/**
 * Which row is chosen; when it leaves the list, the one that followed it is. Whoever comes back to a list is where he left it.
 * @param address of the list
 */
export function useChosen<Item extends { id: string }>(
  items: readonly Item[],
  address: string,
): [Item | undefined, (item: Item) => void] {
  const [place, setPlace] = useState(() => placeIn(address));
  const chosen = rowAt(items, place);
  // The rows around it are those that were there when it was seen last.
  const sameRows = place.ids.length === items.length && items.every(({ id }, index) => id === place.ids[index]);
  if (chosen && !(sameRows && chosen.id === place.id)) setPlace({ id: chosen.id, ids: items.map(({ id }) => id) });
  return [chosen, ({ id }) => setPlace({ id, ids: items.map((item) => item.id) })];
}
