import { type FileFilters, readFileFilters } from '../audit/filters';

/** What the address of a search says: by which words, and of which kind; the filters are those of files. */
export interface SearchAddress extends FileFilters {
  kind?: string | undefined;
}

const WORD = /^[a-z]+$/;

/** What does not fit is left out. */
export function readSearch(address: Record<string, unknown>): SearchAddress {
  const { kind } = address;
  return { ...readFileFilters(address), kind: typeof kind === 'string' && WORD.test(kind) ? kind : undefined };
}
