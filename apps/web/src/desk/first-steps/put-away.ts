import { useKeptNames, useKeptSwitch } from '../../ui/kept-switch';

/** Whether a person has put the first steps away, in this browser; the pill and the menu that brings it back both ask. */
export const usePutAway = (username: string) => useKeptSwitch(`firstSteps.${username}`);

/** Which of them the person has gone, in this browser. */
export const useGone = (username: string) => useKeptNames(`firstSteps.gone.${username}`);
