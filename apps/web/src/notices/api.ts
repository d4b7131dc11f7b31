import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList } from '../api/lists/use-list';

const A_MINUTE = 60_000;

export const useNoticeCount = () =>
  useQuery({
    queryKey: keyOf('countNotices'),
    queryFn: ({ signal }) => call('countNotices', {}, { signal }),
    refetchInterval: A_MINUTE,
  });

export const useOwnNotices = () => useList('listNotices', {}, { limit: 30 });

export const noticeSettingsQuery = () =>
  queryOptions({
    queryKey: keyOf('getNoticeSettings'),
    queryFn: ({ signal }) => call('getNoticeSettings', {}, { signal }),
  });
