import { useEffect, useState } from 'react';

/** Which row is chosen, whatever arrives above it; when it leaves the list, the one that took its place is. */
export function useChosen<Item extends { id: string }>(
  items: readonly Item[],
): [Item | undefined, (item: Item) => void] {
  const [chosen, setChosen] = useState({ id: '', index: 0 });
  const still = items.find((item) => item.id === chosen.id);
  const instead = items[Math.min(chosen.index, items.length - 1)];
  const first = chosen.id === '' ? instead?.id : undefined;
  useEffect(() => {
    if (first !== undefined) setChosen({ id: first, index: 0 });
  }, [first]);
  return [still ?? instead, (item) => setChosen({ id: item.id, index: items.indexOf(item) })];
}
