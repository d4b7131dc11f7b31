import { useEffect, useLayoutEffect, useState } from 'react';
import { sinceLastAct, untouchedFor } from '../../api/session/activity-headers';
import type { Rows } from '../../api/lists/use-list';

/** Whoever has not moved a hand for so long is not about to press a row. */
const HANDS_REST_MS = 5_000;
/** What comes so soon after the list was opened, or after an act of one's own, was waited for. */
const EXPECTED_MS = 2_000;
const LOOK_EVERY_MS = 500;

interface ListedRows {
  readonly list: string;
  readonly since: number;
  readonly ids: ReadonlySet<string>;
}

/**
 * The rows without those that have arrived above others while the person's hands are moving: they would push away the row
 * that is about to be pressed. They come once the hands rest, or when they are asked for.
 */
export function usePausedUpdates<Item extends { id: string }>({
  items,
  list,
  isPlaceholderData,
}: Rows<Item>): { items: Item[]; held: number; show: () => void } {
  const [shown, setShown] = useState<ListedRows>({ list: '', since: 0, ids: new Set() });
  const isNew = shown.list !== list;
  const last = isNew ? -1 : items.findLastIndex(({ id }) => shown.ids.has(id));
  const arrived = (item: Item, index: number) => index < last && !shown.ids.has(item.id);
  const held = items.filter(arrived).length;
  const show = () =>
    setShown({ list, since: isNew ? Date.now() : shown.since, ids: new Set(items.map(({ id }) => id)) });
  const mayShow = () =>
    untouchedFor() > HANDS_REST_MS || sinceLastAct() < EXPECTED_MS || Date.now() - shown.since < EXPECTED_MS;

  useLayoutEffect(() => {
    const known = !isNew && items.length === shown.ids.size && items.every(({ id }) => shown.ids.has(id));
    if (!isPlaceholderData && !known && (held === 0 || mayShow())) show();
  });
  useEffect(() => {
    if (held === 0) return;
    const timer = setInterval(() => mayShow() && show(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  });
  return { items: held === 0 ? items : items.filter((item, index) => !arrived(item, index)), held, show };
}
