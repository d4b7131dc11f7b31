import { SOUGHT_STATES, type SoughtState } from '@patravali/contract';
import { DAY, type FileFilters, like, readFileFilters, textOf } from '../audit/filters';

/** What the address of a search says: by which words, of which kind and to what it is narrowed; the other filters are those of files. */
export interface SearchAddress extends Omit<FileFilters, 'state'> {
  state?: SoughtState | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sender?: string | undefined;
}

const WORD = /^[a-z]+$/;

/** What does not fit is left out. */
export function readSearch(address: Record<string, unknown>): SearchAddress {
  return {
    ...readFileFilters(address),
    state: SOUGHT_STATES.find((state) => state === address.state),
    kind: like(WORD, address.kind),
    from: like(DAY, address.from),
    to: like(DAY, address.to),
    sender: textOf(address.sender),
  };
}
