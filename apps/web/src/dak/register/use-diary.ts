import type { Query } from '@patravali/contract';
import { type ListOptions, useList } from '../../api/lists/use-list';

export const useDiary = (query: Query<'listDiary'>, options?: ListOptions) => useList('listDiary', { query }, options);
