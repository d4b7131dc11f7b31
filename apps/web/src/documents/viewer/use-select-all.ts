import { type ClipboardEvent, type RefObject, useRef } from 'react';
import type { OpenedPdf } from '../pdf/opened-pdf';

/**
 * Selecting all of a document and copying it. Only pages near the window are drawn, so the browser alone would copy those; the
 * words of all pages are read first, and what is selected is seen once they are there.
 */
export function useSelectAll(pdf: OpenedPdf, scroller: RefObject<HTMLElement | null>) {
  const read = useRef({ pdf, words: '' });
  const selectAll = async () => {
    const words = await pdf.words();
    read.current = { pdf, words };
    if (scroller.current?.isConnected) getSelection()?.selectAllChildren(scroller.current);
  };
  const copy = (event: ClipboardEvent) => {
    if (read.current.pdf !== pdf || read.current.words === '' || !isWhollySelected(scroller.current)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', read.current.words);
  };
  return { selectAll: () => void selectAll().catch(() => undefined), copy };
}

function isWhollySelected(element: HTMLElement | null): boolean {
  const selection = getSelection();
  if (!element || !selection || selection.rangeCount === 0) return false;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const isWithin = startContainer === element && endContainer === element;
  return isWithin && startOffset === 0 && endOffset === element.childNodes.length;
}
