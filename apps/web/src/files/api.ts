import type { Query } from '@patravali/contract';
import { DESK, FILE } from '../api/affected';
import { useCommand } from '../api/use-command';
import { type ListOptions, useList } from '../api/use-list';

export const useFindFiles = (query: Query<'findFiles'>, options?: ListOptions) =>
  useList('findFiles', { query }, options);
export const useFileHistory = (fileId: string, options?: ListOptions) =>
  useList('getFileHistory', { params: { fileId } }, options);

export const useTimeline = (fileId: string, query: Query<'listTimeline'>) =>
  useList('listTimeline', { params: { fileId }, query });

export const useCreateFile = () => useCommand('createFile', DESK);
export const useCloseFile = () => useCommand('closeFile', [...DESK, ...FILE]);
export const useRegradeFile = () => useCommand('regradeFile', [...DESK, ...FILE]);
export const useReopenFile = () => useCommand('reopenFile', [...DESK, ...FILE]);
