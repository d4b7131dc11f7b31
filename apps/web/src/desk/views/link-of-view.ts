import { linkOptions } from '@tanstack/react-router';
import { readInboxFilters } from '../boxes';
import type { Shown } from './same-view';

/** Where a view is looked at. */
export const linkOfView = (shown: Shown) =>
  'search' in shown
    ? linkOptions({ to: '/search', search: shown.search })
    : linkOptions({ to: '/desk/$box', params: { box: 'inbox' }, search: readInboxFilters(shown) });
