/** What the address of a file says. */
export interface FileAddress {
  /** Which tab of the file. */
  tab?: string | undefined;
  /** The correspondence page C/n turned to. */
  page?: number | undefined;
  /** The note turned to, and the words marked in it. */
  note?: number | undefined;
  found?: string | undefined;
  /** Begin with a note or the send bar. */
  compose?: 'note' | 'forward' | undefined;
}

/** What does not fit is left out. */
export const readFileAddress = ({ tab, page, note, found, compose }: Record<string, unknown>): FileAddress => ({
  tab: textOf(tab),
  page: typeof page === 'number' ? page : undefined,
  note: typeof note === 'number' ? note : undefined,
  found: textOf(found),
  compose: compose === 'note' || compose === 'forward' ? compose : undefined,
});

/** A search parameter that is a text, or nothing. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
