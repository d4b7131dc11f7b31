import { useState } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { placeIn, type PlaceInList, rowAt } from './neighbours';

interface ChosenRow extends PlaceInList {
  /** The list in which it was seen. */
  readonly list: string;
  /** Somebody chose it. What stands first of itself does so in its list alone: in another list another stands first. */
  readonly byHand: boolean;
}

const NOWHERE: PlaceInList = { id: '', ids: [] };

/**
 * Which row is chosen, whatever arrives above it; when it leaves the list, the one that followed it is. Whoever comes back to a
 * list is where he left it.
 * @param address of the list
 */
export function useChosen<Item extends { id: string }>(
  { items, list, isPlaceholderData }: Pick<Rows<Item>, 'items' | 'list' | 'isPlaceholderData'>,
  address: string,
): [Item | undefined, (item: Item) => void] {
  const [place, setPlace] = useState<ChosenRow>(() => {
    const before = placeIn(address);
    return { ...before, list, byHand: before.id !== '' };
  });
  const isOfAnother = place.list !== list && !isPlaceholderData;
  const chosen = rowAt(items, isOfAnother && !place.byHand ? NOWHERE : place);
  // The rows around it are those that were there when it was seen last.
  const isAsSeen =
    place.list === list &&
    place.id === chosen?.id &&
    place.ids.length === items.length &&
    items.every(({ id }, index) => id === place.ids[index]);
  const seen = (id: string, byHand: boolean) => setPlace({ id, ids: items.map((item) => item.id), list, byHand });
  if (chosen && !isPlaceholderData && !isAsSeen) seen(chosen.id, place.byHand);
  return [chosen, ({ id }) => seen(id, true)];
}
