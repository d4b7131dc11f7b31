import type { Cure } from '@patravali/devanagari';

/** A place on the screen, in pixels of the window. */
export interface ScreenPosition {
  left: number;
  top: number;
  bottom: number;
}

/** Some text of a field, which moves with what is typed before it. */
export interface PastedText {
  /** Its lines as they are now; null when it is no longer there. */
  lines(): string[] | null;
  /** Puts each cure on its line, as one step that can be undone. */
  apply(cures: readonly (Cure | null)[]): void;
  forget(): void;
}

/**
 * What is written there: `words`; `numbers` too, of which Latin letters are a part (A-11011); or `latin-first`, words that are as often
 * Latin as not. Of `latin` nothing becomes Hindi. The field says it as `data-letters`.
 */
export type Letters = 'words' | 'numbers' | 'latin-first';

/** Where a person writes Hindi: a plain field, or an editor of structured text. Places are counted as the field counts them. */
export interface TextField {
  readonly element: HTMLElement;
  readonly letters: Letters;
  /** Lines to choose from belong to it, which its arrows walk and its Enter takes. */
  readonly hasList: boolean;
  /** Where the next letter comes. */
  caret(): number;
  /** The text of the line or paragraph before the caret. */
  textBefore(): string;
  /** Puts `text` in the place of what stands there, as a step of typing that can be undone. */
  replace(from: number, until: number, text: string): void;
  place(at: number): ScreenPosition;
  stretch(from: number, until: number): PastedText;
}

/** Editors tell here which field stands behind their element. */
const editors = new WeakMap<HTMLElement, TextField>();

export function registerEditor(field: TextField): () => void {
  editors.set(field.element, field);
  return () => editors.delete(field.element);
}

type PlainElement = HTMLInputElement | HTMLTextAreaElement;

/** The field that takes Hindi at which an event came; none for passwords, addresses, numbers, days, and lists to choose from that do not say so. */
export function fieldOf(target: EventTarget | null): TextField | null {
  if (!(target instanceof HTMLElement)) return null;
  const editor = editors.get(target);
  if (editor) return target.isContentEditable && target.dataset.letters !== 'latin' ? editor : null;
  return takesHindi(target) ? plainField(target) : null;
}

/** What the words to choose from need beside a field, in pixels. */
const BESIDE = 250;

const LATIN_MODES = new Set(['numeric', 'decimal', 'tel', 'email', 'url']);

function takesHindi(element: HTMLElement): element is PlainElement {
  const isPlain =
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'search'].includes(element.type));
  if (!isPlain || element.readOnly || element.disabled) return false;
  if (element.dataset.letters === 'latin' || LATIN_MODES.has(element.inputMode)) return false;
  return (element.ariaHasPopup === null || lettersOf(element) !== 'words') && element.autocomplete !== 'username';
}

function lettersOf({ dataset: { letters } }: HTMLElement): Letters {
  return letters === 'numbers' || letters === 'latin-first' ? letters : 'words';
}

function plainField(element: PlainElement): TextField {
  const caret = () => element.selectionStart ?? 0;
  const lineStart = () => element.value.lastIndexOf('\n', caret() - 1) + 1;
  const replace = (from: number, until: number, text: string) => {
    element.setSelectionRange(from, until);
    // The one way by which the browser's own undo still works, and the form hears of the change.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('insertText', false, text);
  };
  const hasList = element.ariaHasPopup !== null;
  return {
    element,
    letters: lettersOf(element),
    hasList,
    caret,
    textBefore: () => element.value.slice(lineStart(), caret()),
    replace,
    place: (at) => (hasList ? placeBeside(element) : placeInPlain(element, at)),
    stretch: (from, until) => plainStretch(element, element.value.slice(from, until), from, replace),
  };
}

function plainStretch(element: PlainElement, text: string, from: number, replace: TextField['replace']): PastedText {
  const found = () => (element.value.startsWith(text, from) ? from : element.value.indexOf(text));
  return {
    lines: () => (text !== '' && found() >= 0 ? text.split('\n') : null),
    apply: (cures) => {
      const at = found();
      if (at < 0) return;
      element.focus();
      const lines = text.split('\n').map((line, index) => cures[index]?.apply(line) ?? line);
      replace(at, at + text.length, lines.join('\n'));
    },
    forget: () => undefined,
  };
}

/** Below the line that is being written; of a field of several lines, below the field. */
function placeInPlain(element: PlainElement, at: number): ScreenPosition {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (element instanceof HTMLTextAreaElement) return { left, top, bottom };
  const style = getComputedStyle(element);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return { left, top, bottom };
  context.font = style.font;
  const width = context.measureText(element.value.slice(0, at)).width;
  const x = left + Number.parseFloat(style.paddingLeft) + width - element.scrollLeft;
  return { left: Math.max(left, Math.min(x, right - 40)), top, bottom };
}

/** The lines below the field stay in sight: beside it, and where there is no room at the foot of the window. */
function placeBeside(element: PlainElement): ScreenPosition {
  const { right, top } = element.getBoundingClientRect();
  const foot = window.innerHeight;
  return right + BESIDE <= window.innerWidth
    ? { left: right + 8, top, bottom: top - 4 }
    : { left: 0, top: foot, bottom: foot };
}
