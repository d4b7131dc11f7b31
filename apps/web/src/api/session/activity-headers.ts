/** What a person does at a page; being moved by the page itself is nothing. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** As long as the lists wait before they ask again. */
const ATTENDED_MS = 60_000;

let lastSign = Date.now();
let lastAct = 0;

/** From now on the page knows whether somebody is at it. */
export function watchActivity(): void {
  const note = () => {
    lastSign = Date.now();
  };
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { capture: true, passive: true });
}

/**
 * Said with every request while nobody has touched this page for a minute: then the page asks by itself, and that must
 * not keep the session of somebody alive who has gone.
 */
export function activityHeaders(): Record<string, string> {
  return Date.now() - lastSign > ATTENDED_MS ? { 'X-Unattended': '1' } : {};
}

/** For how long nobody has touched this page, in milliseconds. */
export const untouchedFor = (): number => Date.now() - lastSign;

/** The person has changed something, and what follows from it is no surprise. */
export function noteAct(): void {
  lastAct = Date.now();
}

/** How long ago that was, in milliseconds. */
export const sinceLastAct = (): number => Date.now() - lastAct;
