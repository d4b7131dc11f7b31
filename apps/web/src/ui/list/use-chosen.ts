import { useEffect, useState } from 'react';
import type { Rows } from '../../api/use-list';

interface Chosen {
  readonly id: string;
  readonly index: number;
  /** Nobody chose it: it stood first when this list was shown. In another list another stands first. */
  readonly firstOf?: string;
}

/** Which row is chosen, whatever arrives above it; when it leaves the list, the one that took its place is. */
export function useChosen<Item extends { id: string }>({
  items,
  list,
  isPlaceholderData,
}: Pick<Rows<Item>, 'items' | 'list' | 'isPlaceholderData'>): [Item | undefined, (item: Item) => void] {
  const [chosen, setChosen] = useState<Chosen>({ id: '', index: 0, firstOf: '' });
  const isOfAnother = chosen.firstOf !== undefined && chosen.firstOf !== list;
  const still = isOfAnother ? undefined : items.find((item) => item.id === chosen.id);
  const instead = items[Math.min(isOfAnother ? 0 : chosen.index, items.length - 1)];
  const first = isOfAnother && !isPlaceholderData ? instead?.id : undefined;
  useEffect(() => {
    if (first !== undefined) setChosen({ id: first, index: 0, firstOf: list });
  }, [first, list]);
  return [still ?? instead, (item) => setChosen({ id: item.id, index: items.indexOf(item) })];
}
