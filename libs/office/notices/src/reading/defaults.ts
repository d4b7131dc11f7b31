import type { NoticeChannel } from '@patravali/contract';

/** What a person is told who has said nothing: the bell counts, and nothing leaves the page. */
export const isOnByDefault = (channel: NoticeChannel): boolean => channel === 'bell';
