import type { DocumentText, RecognisedPage } from '@patravali/contract';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call';

/** What the office has read on the scans of a document so far. */
export interface ReadText {
  readonly state: DocumentText['state'];
  readonly scans: number;
  readonly read: number;
  readonly pages: readonly RecognisedPage[];
}

const SOON_MS = 2_000;
const LATEST_MS = 60_000;
const SLOWER = 1.5;

/** Asks for it until all of it is there; ever more seldom while nothing changes. Null until the first answer, and of no document. */
export function useDocumentText(documentId: string | null): ReadText | null {
  const [text, setText] = useState<ReadText | null>(null);
  useEffect(() => {
    if (documentId === null) return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: ReadText = { state: 'none', scans: 0, read: 0, pages: [] };
    let pause = SOON_MS;
    const ask = async () => {
      const answer = await textAfter(documentId, known.pages.at(-1)?.page ?? 0, controller.signal);
      pause = answer.pages.length > 0 ? SOON_MS : Math.min(LATEST_MS, pause * SLOWER);
      known = { ...answer, pages: [...known.pages, ...answer.pages] };
      setText(known);
      if (known.state === 'waiting' || known.state === 'running') timer = setTimeout(again, pause);
    };
    // Without the text the document is what it was: a picture.
    const again = () => void ask().catch(() => undefined);
    again();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [documentId]);
  return text;
}

async function textAfter(documentId: string, after: number, signal: AbortSignal): Promise<ReadText> {
  const pages: RecognisedPage[] = [];
  for (let next: number | null = after; ;) {
    const query: { after: number } = { after: next };
    const answer: DocumentText = await call('readDocumentText', { params: { documentId }, query }, { signal });
    pages.push(...answer.pages);
    next = answer.next;
    if (next === null) return { ...answer, pages };
  }
}
