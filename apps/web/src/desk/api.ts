import type { PageQuery, Query } from '@patravali/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { listOf, useList } from '../api/lists/use-list';

const A_MINUTE = 60_000;

/** The filters of the inbox, as the desk's address holds them. */
export interface InboxFilters extends Omit<Query<'listInbox'>, keyof PageQuery> {
  /** Headings stand between the rows: a matter of the page alone. */
  grouped?: boolean | undefined;
}

/** The filters of whatever lies on the desk. */
export type DeskFilters = Omit<Query<'listDesk'>, keyof PageQuery | 'kind'>;

export const deskQuery = () => queryOf('getDesk', {});

/** Counts of the desk; asked again every minute and on return to the tab. */
export const useDesk = () => useQuery({ ...deskQuery(), refetchInterval: A_MINUTE, placeholderData: keepPreviousData });

export const deskItemsQuery = (filters: DeskFilters) => listOf('listDesk', { query: filters });
export const useDeskItems = (filters: DeskFilters) => useList('listDesk', { query: filters }, { every: A_MINUTE });

const narrowedBy = (filters: InboxFilters) => ({ query: { ...filters, grouped: undefined } as InboxFilters });

export const inboxQuery = (filters: InboxFilters) => listOf('listInbox', narrowedBy(filters));
export const useInbox = (filters: InboxFilters) => useList('listInbox', narrowedBy(filters), { every: A_MINUTE });
export const useReceiptInbox = () => useList('listReceiptInbox', {}, { every: A_MINUTE });
export const useReceiptCopies = () => useList('listReceiptCopies', {}, { every: A_MINUTE });
export const useSent = () => useList('listSent', {});
export const useParked = () => useList('listParked', {}, { every: A_MINUTE });
export const useFollowUp = () => useList('listFollowUp', {}, { every: A_MINUTE });
export const useCallBook = () => useList('listCallBook', {}, { every: A_MINUTE });
export const useDrafts = () => useList('listDrafts', {});
