import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList } from '../api/lists/use-list';

const A_MINUTE = 60_000;

export const useNoticeCount = () => useQuery(queryOf('countNotices', {}, { refetchInterval: A_MINUTE }));

export const useOwnNotices = () => useList('listNotices', {}, { limit: 30 });

export const noticeSettingsQuery = () => queryOf('getNoticeSettings', {});
