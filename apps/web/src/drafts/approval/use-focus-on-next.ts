import { useLocation } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { NextStep } from './next-step';

/** Behind this in the address the page opens with the focus on the next step. */
export const AT_NEXT_STEP = 'next';

/**
 * The hand stays in the strip: when a step is done, one of its dialogs has closed or the form was left, the focus goes to the next
 * step, unless the person is typing. That step bears `data-next`.
 */
export function useFocusOnNext(next: NextStep | null, isRead: boolean) {
  const strip = useRef<HTMLDivElement>(null);
  const isAsked = useLocation({ select: ({ hash }) => hash === AT_NEXT_STEP });
  const before = useRef({ next: isAsked ? undefined : next, isRead });
  const goOn = useCallback(() => {
    // A dialog or a form that is left is gone a moment later.
    setTimeout(() => focusOnNext(strip));
  }, []);
  useEffect(() => {
    const { current } = before;
    before.current = { next, isRead };
    if (current.next !== next || (isRead && !current.isRead)) goOn();
  }, [next, isRead, goOn]);
  return { strip, goOn };
}

function focusOnNext(strip: RefObject<HTMLElement | null>): void {
  const now = document.activeElement;
  const isTyping = now instanceof HTMLElement && (now.isContentEditable || now.matches('input, textarea, select'));
  if (!isTyping && !now?.closest('[role="dialog"]')) strip.current?.querySelector<HTMLElement>('[data-next]')?.focus();
}
