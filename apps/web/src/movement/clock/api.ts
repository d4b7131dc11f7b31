import { DESK, FILE } from '../../api/affected';
import { useCommand } from '../../api/use-command';
import { useList } from '../../api/use-list';

const CHANGED = [...DESK, ...FILE] as const;
const A_MINUTE = 60_000;

export const useStopClock = () => useCommand('stopClock', CHANGED);
export const useStartClock = () => useCommand('startClock', CHANGED);
/** @param overLimit what has been there too long alone, or everything. */
export const useWaitingBelow = (overLimit: boolean) =>
  useList('listWaitingBelow', { query: overLimit ? { overLimit } : {} }, { every: A_MINUTE });
