import { useKeptSwitch } from '../../ui/kept-switch';

/** Whether a person has put the first steps away, in this browser; the card and the menu that brings it back both ask. */
export const usePutAway = (username: string) => useKeptSwitch(`firstSteps.${username}`);
