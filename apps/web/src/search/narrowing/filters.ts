import type { SearchOffice } from '@patravali/contract';

/** To what the results are narrowed, as the address says it. */
export type FoundFilters = Partial<Pick<SearchOffice, 'from' | 'to' | 'unitId' | 'holderId' | 'state' | 'sender'>>;

/** Those alone, of an address that says more. */
export const filtersIn = ({ from, to, unitId, holderId, state, sender }: FoundFilters): FoundFilters => ({
  from,
  to,
  unitId,
  holderId,
  state,
  sender,
});
