/** Longer than a menu or a dialog waits before it gives the focus back itself: only then is it seen whether the focus is lost. */
const AFTER_OTHERS_MS = 40;

/** The place of every page, which takes the focus where nothing else does. */
const page = () => document.getElementById('page');

/** Whoever acts by keys goes on from a place of the page: where an act has left the focus nowhere, it goes there. */
export function keepFocus(place: () => HTMLElement | null = page): void {
  setTimeout(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement === page())
      place()?.focus({ preventScroll: true });
  }, AFTER_OTHERS_MS);
}
