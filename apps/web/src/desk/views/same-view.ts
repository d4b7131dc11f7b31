import type { KeptSearch, SearchView } from '@patravali/contract';
import type { InboxFilters } from '../api';
import { areSame } from '../boxes';

/** What a view shows: the inbox, or a search. */
export type Shown = InboxFilters | SearchView;

/** Whether both show the same. */
export function isSameView(one: Shown, other: Shown): boolean {
  if ('search' in one && 'search' in other) return said(one.search) === said(other.search);
  return !('search' in one) && !('search' in other) && areSame(one, other);
}

const said = (search: KeptSearch): string =>
  JSON.stringify(
    Object.entries(search)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
