import { DESK, FILE } from '../api/affected';
import { useCommand } from '../api/use-command';
import { useList, WHOLE } from '../api/use-list';

export const useMovements = (fileId: string) => useList('listMovements', { params: { fileId } }, WHOLE);

export const useForwardFile = () => useCommand('forwardFile', [...DESK, ...FILE]);
export const useReturnFile = () => useCommand('returnFile', [...DESK, ...FILE]);
export const usePutUpForCorrection = () => useCommand('putUpForCorrection', [...DESK, ...FILE]);
export const useReturnCorrection = () => useCommand('returnCorrection', [...DESK, ...FILE]);
export const usePullBackFile = () => useCommand('pullBackFile', [...DESK, ...FILE]);
export const useAskRecall = () => useCommand('askRecall', [...DESK, ...FILE]);
export const useAgreeRecall = () => useCommand('agreeRecall', [...DESK, ...FILE]);
export const useRefuseRecall = () => useCommand('refuseRecall', [...DESK, ...FILE]);
export const useWithdrawRecall = () => useCommand('withdrawRecall', [...DESK, ...FILE]);
export const usePullUpFile = () => useCommand('pullUpFile', [...DESK, ...FILE]);
