import { type RefObject, useEffect, useState } from 'react';

interface Pages {
  first: number;
  last: number;
}

/**
 * The pages near the window, and those between which a selection stretches: with a page that is no longer drawn its selected
 * words would go.
 */
export function useSelectedPages(scroller: RefObject<HTMLElement | null>, near: readonly number[]): readonly number[] {
  const [selected, setSelected] = useState<Pages | null>(null);
  useEffect(() => {
    const look = () => {
      const now = selectedPages(scroller.current);
      setSelected((before) => (before?.first === now?.first && before?.last === now?.last ? before : now));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [scroller]);
  if (!selected) return near;
  const { first, last } = selected;
  const between = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [...new Set([...near, ...between])].sort((one, other) => one - other);
}

function selectedPages(scroller: HTMLElement | null): Pages | null {
  const { anchorNode = null, focusNode = null } = getSelection() ?? {};
  const [one, other] = [pageOf(anchorNode, scroller), pageOf(focusNode, scroller)];
  if (one === null || other === null) return null;
  return { first: Math.min(one, other), last: Math.max(one, other) };
}

function pageOf(node: Node | null, scroller: HTMLElement | null): number | null {
  const page = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-page]');
  return page && scroller?.contains(page) ? Number(page.dataset.page) : null;
}
