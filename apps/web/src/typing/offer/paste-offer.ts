import type { Cure } from '@patravali/devanagari';
import { useSyncExternalStore } from 'react';
import { lazyImport } from '../../parts/lazy-import';
import { fieldOf, type PastedText, type TextField } from '../text-field';

/** A pasted text that can be put right, and how it would read then. */
export interface PasteOffer {
  kind: Cure['kind'];
  preview: string;
  accept: () => boolean;
}

const loadLetters = lazyImport(() => import('@patravali/devanagari'));
/** Longer texts are not looked through: nobody waits for a book. */
const LONGEST = 100_000;
const PREVIEW = 400;

let offer: PasteOffer | null = null;
/** The pasted text that is looked at or offered for. */
let current: PastedText | null = null;
const listeners = new Set<() => void>();

function show(next: PasteOffer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

export function dismissOffer(): void {
  current?.forget();
  current = null;
  if (offer) show(null);
}

export const usePasteOffer = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
  );

/** Looks at what is pasted into a field of Hindi, once it stands there. Nothing changes unless the person says so. */
export function onPaste(event: ClipboardEvent): void {
  const field = fieldOf(editableOf(event.target));
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  if (!field || pasted.trim() === '' || pasted.length > LONGEST) return;
  dismissOffer();
  const from = field.caret();
  setTimeout(() => void offerFor(field, from), 0);
}

/** A paste comes at the paragraph of an editor, not at the editor. */
function editableOf(target: EventTarget | null): EventTarget | null {
  if (!(target instanceof Element)) return target;
  return target.closest('[contenteditable="true"]') ?? target;
}

async function offerFor(field: TextField, from: number): Promise<void> {
  const stretch = field.stretch(from, field.caret());
  current = stretch;
  const { curesOf } = await loadLetters();
  const lines = stretch.lines();
  const cures = lines ? curesOf(lines) : [];
  const kinds = new Set(cures.map((cure) => cure?.kind));
  if (!lines || current !== stretch || !cures.some((cure) => cure !== null)) {
    stretch.forget();
    return;
  }
  const preview = lines.map((line, index) => cures[index]?.apply(line) ?? line).join('\n');
  show({
    kind: kinds.has('legacy') ? 'legacy' : 'signs',
    preview: preview.length > PREVIEW ? `${preview.slice(0, PREVIEW)} …` : preview,
    accept: () => accepted(stretch, lines, cures),
  });
}

/** Answers false when the text has been changed since, so that the cures no longer are of it. */
function accepted(stretch: PastedText, lines: readonly string[], cures: readonly (Cure | null)[]): boolean {
  const same = stretch.lines()?.join('\n') === lines.join('\n');
  if (same) stretch.apply(cures);
  dismissOffer();
  return same;
}
