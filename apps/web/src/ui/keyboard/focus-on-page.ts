/** The place of every page, which takes the focus when nothing else does. */
const page = (): HTMLElement | null => document.getElementById('page');

/** Nothing of the page has the focus. */
export const isFocusOnPageAlone = (): boolean =>
  document.activeElement === null || document.activeElement === document.body || document.activeElement === page();

/** Gives it the focus that nothing else has. */
export function focusOnPage(): void {
  if (document.activeElement === document.body) page()?.focus({ preventScroll: true });
}

/**
 * When what had the focus goes away, the page has it: otherwise the next Tab would begin at the top, and a screen reader with it.
 * @returns what ends this.
 */
export function keepFocusOnPage(): () => void {
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  const gone = new MutationObserver(() => {
    if (last === null || last.isConnected) return;
    last = null;
    focusOnPage();
  });
  document.addEventListener('focusin', remember);
  gone.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    gone.disconnect();
  };
}
