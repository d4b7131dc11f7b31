import { ACTIONS_ASKED, type ActionAsked, type Box, BOXES, type HeldPost } from '@patravali/contract';
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
    post.capacity === 'assistant' ||
    post.roles.some((role) => role === 'dealing_hand' || role === 'officer' || role === 'dispatcher')
  );
}

/** An assistant takes part in no discussion: those of his officer are none of his. */
export const takesPart = ({ capacity }: HeldPost): boolean => capacity !== 'assistant';

const ORDERS = ['newest', 'oldest', 'due'] as const;

/** The filters in the desk's address; what does not fit is left out. */
export function readInboxFilters(search: Record<string, unknown>): InboxFilters {
  const filters: InboxFilters = {};
  const order = ORDERS.find((one) => one === search.order);
  if (order && order !== 'newest') filters.order = order;
  for (const flag of ['unread', 'late', 'dueThisWeek', 'backFromParking'] as const)
    if (search[flag] === true) filters[flag] = true;
  const action = ACTIONS_ASKED.find((one): one is ActionAsked => one === search.action);
  if (action) filters.action = action;
  return filters;
}
