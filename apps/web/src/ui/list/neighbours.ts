const STORED = 'patravali.list';

/** The list that was looked at last in this tab. */
interface RememberedList {
  /** Its address, with its filters and its order. */
  address: string;
  ids: string[];
  /** Of what kind each is, in a list of several kinds. */
  kinds?: (string | undefined)[] | undefined;
  /** What was opened from it last. */
  opened?: string | undefined;
}

function remembered(): RememberedList | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as RememberedList | null;
  } catch {
    return null;
  }
}

const remember = (list: RememberedList) => sessionStorage.setItem(STORED, JSON.stringify(list));

/** Keeps in this tab which list was looked at last, so that whatever was opened from it leads on to the next. */
export function rememberList(address: string, items: readonly { id: string; kind?: string }[]): void {
  remember({ address, ids: items.map(({ id }) => id), kinds: items.map(({ kind }) => kind) });
}

/** What was opened from the list; from elsewhere nothing is kept. */
export function rememberOpened(id: string): void {
  const list = remembered();
  if (list?.ids.includes(id)) remember({ ...list, opened: id });
}

/** What stood before and after it, of its kind, in the list that it was opened from; nothing when it came from elsewhere. */
export function neighboursOf(id: string): { previous: string | undefined; next: string | undefined } {
  const list = remembered();
  const kind = list?.kinds?.[list.ids.indexOf(id)];
  const ids = list?.ids.filter((_, index) => list.kinds?.[index] === kind) ?? [];
  const at = ids.indexOf(id);
  return at === -1 ? { previous: undefined, next: undefined } : { previous: ids[at - 1], next: ids[at + 1] };
}

/** Where whoever opened this goes back to: the address of its list; undefined when it came from elsewhere. */
export function listOf(id: string): string | undefined {
  const list = remembered();
  return list?.ids.includes(id) ? list.address : undefined;
}

/** Where one was in a list: the row, and all of its rows as they were. */
export interface PlaceInList {
  readonly id: string;
  readonly ids: readonly string[];
}

/** Where one was when this list was left. */
export function placeIn(address: string): PlaceInList {
  const list = remembered();
  return list?.address === address && list.opened !== undefined
    ? { id: list.opened, ids: list.ids }
    : { id: '', ids: [] };
}

/**
 * The row where one was; when it has left the list, the one that came after it and is still there, at the end of the list the
 * one before; the first row when nothing of that is left.
 */
export function rowAt<Item extends { id: string }>(items: readonly Item[], { id, ids }: PlaceInList): Item | undefined {
  const at = ids.indexOf(id);
  const nearest = at === -1 ? [id] : [id, ...ids.slice(at + 1), ...ids.slice(0, at).reverse()];
  const there = new Map(items.map((item) => [item.id, item]));
  for (const wanted of nearest) {
    const found = there.get(wanted);
    if (found) return found;
  }
  return items[0];
}
