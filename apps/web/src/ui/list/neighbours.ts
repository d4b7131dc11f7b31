const STORED = 'patravali.list';

/** Keeps in this tab which list was looked at last, so that whatever was opened from it leads on to the next. */
export function rememberList(items: readonly { id: string }[]): void {
  sessionStorage.setItem(STORED, items.map(({ id }) => id).join(' '));
}

/** What stood before and after it in the list that it was opened from; nothing when it came from elsewhere. */
export function neighboursOf(id: string): { previous: string | undefined; next: string | undefined } {
  const ids = sessionStorage.getItem(STORED)?.split(' ') ?? [];
  const at = ids.indexOf(id);
  return at === -1 ? { previous: undefined, next: undefined } : { previous: ids[at - 1], next: ids[at + 1] };
}
