import type { Page } from 'playwright-core';

const VISIBLE = `[...document.querySelectorAll('a[href], button, input, select, textarea, [contenteditable="true"], summary')]
  .filter((each) => {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { width, height, bottom, right, top, left } = each.getBoundingClientRect();
    return width > 1 && height > 1 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  })
  .map((each) => (each.getAttribute('aria-label') ?? each.innerText ?? '').trim().split('\\n')[0] || each.tagName)`;

/** What a person sees at once of the page, its bar included, that can be pressed, chosen or typed into. */
export const visibleControls = async (page: Page): Promise<string[]> => await page.evaluate<string[]>(VISIBLE);
