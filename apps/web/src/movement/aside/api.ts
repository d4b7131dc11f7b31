import { DESK, FILE } from '../../api/affected';
import { useCommand } from '../../api/use-command';
import { useList, WHOLE } from '../../api/use-list';

const CHANGED = [...DESK, ...FILE, 'listParkings'] as const;
const FOLLOWED = ['getDesk', 'listFollowUp', 'getFile'] as const;

export const useParkings = (fileId: string) => useList('listParkings', { params: { fileId } }, WHOLE);

export const useParkFile = () => useCommand('parkFile', CHANGED);
export const useTakeUpFile = () => useCommand('takeUpFile', CHANGED);
export const usePutInCallBook = () => useCommand('putInCallBook', CHANGED);
export const useReviewCallBook = () => useCommand('reviewCallBook', CHANGED);
export const useTakeOutOfCallBook = () => useCommand('takeOutOfCallBook', CHANGED);
export const useFollowFile = () => useCommand('followFile', FOLLOWED);
export const useUnfollowFile = () => useCommand('unfollowFile', FOLLOWED);
export const useSetReminder = () => useCommand('setReminder', FOLLOWED);
export const useClearReminder = () => useCommand('clearReminder', FOLLOWED);
export const useRemindHolder = () => useCommand('remindHolder', [...FOLLOWED, 'getFileHistory']);
