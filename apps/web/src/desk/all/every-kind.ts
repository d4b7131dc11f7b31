import { DESK_ORDERS } from '@patravali/contract';
import type { DeskFilters, InboxFilters } from '../api';

/** Those of the filters that there are for whatever lies on a desk, and not for its files alone. */
export function ofEveryKind({ unread, late, dueThisWeek, urgency, from, fromUnit, order }: InboxFilters): DeskFilters {
  const known = DESK_ORDERS.find((one) => one === order);
  return { unread, late, dueThisWeek, urgency, from, fromUnit, order: known };
}
