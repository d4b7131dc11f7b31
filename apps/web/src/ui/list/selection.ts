import { useState } from 'react';
import { useKeys } from '../keyboard/keys';
import { useTranslations } from '../../language/use-translations';

/** Which rows are selected for one act, by their ids: rows may come and go meanwhile. */
export interface Selection<Item> {
  /** In the order of the list. */
  items: readonly Item[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  set: (ids: readonly string[]) => void;
}

export function useSelection<Item extends { id: string }>(items: readonly Item[]): Selection<Item> {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set());
  return {
    items: items.filter(({ id }) => ids.has(id)),
    has: (id) => ids.has(id),
    toggle: (id) => setIds(new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id])),
    set: (next) => setIds(new Set(next)),
  };
}

interface Selecting<Item> {
  items: readonly Item[];
  selection: Selection<Item> | undefined;
  chosen: Item | undefined;
  /** Goes so many rows on and answers the row there. */
  go: (by: number) => Item | undefined;
}

/** x selects the chosen row, Shift with j or k the next ones as well, Shift+A all rows that are shown, Escape none. */
export function useSelectionKeys<Item extends { id: string }>(place: Selecting<Item>): void {
  const { items, selection, chosen, go } = place;
  const { t } = useTranslations();
  const extend = (by: number) => {
    const next = go(by);
    if (!selection) return;
    const added = [chosen?.id, next?.id].filter((id) => id !== undefined);
    selection.set([...selection.items.map(({ id }) => id), ...added]);
  };
  const areAll = selection?.items.length === items.length;
  useKeys(
    [
      { key: 'x', label: t('keys.select'), run: () => chosen && selection?.toggle(chosen.id) },
      { key: 'shift+j', label: t('keys.selectNext'), run: () => extend(1) },
      { key: 'shift+k', label: t('keys.selectPrevious'), run: () => extend(-1) },
      {
        key: 'shift+a',
        label: t('keys.selectAll'),
        run: () => selection?.set(areAll ? [] : items.map(({ id }) => id)),
      },
    ],
    selection !== undefined,
  );
  useKeys(
    [{ key: 'Escape', label: t('keys.selectNone'), run: () => selection?.set([]) }],
    selection !== undefined && selection.items.length > 0,
  );
}
