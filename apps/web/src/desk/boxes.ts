import {
  ACTIONS_ASKED,
  type Box,
  BOXES,
  DECISIONS,
  type HeldPost,
  INBOX_ORDERS,
  prepares,
  URGENCIES,
} from '@patravali/contract';
import { notFound } from '@tanstack/react-router';
import type { InboxFilters } from './api';

export function readBox(name: string): Box {
  const box = BOXES.find((one) => one === name);
  if (!box) throw notFound();
  return box;
}

/** Whether the post holds files and letters at all; an auditor's does not, and its menu begins with the search. */
export function holdsWork(post: HeldPost): boolean {
  return (
    prepares(post.capacity) ||
    post.roles.some((role) => role === 'dealing_hand' || role === 'officer' || role === 'dispatcher')
  );
}

/** An assistant takes part in no discussion: those of his officer are none of his. */
export const takesPart = ({ capacity }: HeldPost): boolean => !prepares(capacity);

const FLAGS = ['unread', 'late', 'dueThisWeek', 'returned', 'backFromParking', 'grouped'] as const;
const CLOSED_LISTS = {
  action: ACTIONS_ASKED,
  decision: [...DECISIONS, 'recommended', 'any'],
  urgency: URGENCIES,
} as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filters in the desk's address; what does not fit is left out. */
export function readInboxFilters(address: object): InboxFilters {
  const search = address as Record<string, unknown>;
  const filters: Record<string, unknown> = {};
  const order = INBOX_ORDERS.find((one) => one === search.order);
  if (order) filters.order = order;
  for (const flag of FLAGS) if (search[flag] === true) filters[flag] = true;
  for (const [name, list] of Object.entries(CLOSED_LISTS)) {
    const chosen = (list as readonly unknown[]).find((one) => one === search[name]);
    if (chosen !== undefined) filters[name] = chosen;
  }
  for (const name of ['from', 'fromUnit'] as const) {
    const id = search[name];
    if (typeof id === 'string' && ID.test(id)) filters[name] = id;
  }
  return filters;
}

/** What is looked for, without how it is laid out. */
export function isNarrowed(filters: InboxFilters): boolean {
  return Object.entries(filters).some(([name, value]) => value !== undefined && name !== 'order' && name !== 'grouped');
}

/** Whether both show the same files, in the same way. */
export function areSame(one: InboxFilters, other: InboxFilters): boolean {
  const said = (filters: InboxFilters) =>
    JSON.stringify(
      Object.entries({ order: 'newest', ...readInboxFilters(filters) }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return said(one) === said(other);
}
