import {
  type DraftContent,
  findPassage,
  MARKED_PARTS,
  type MarkedPart,
  type Passage,
  placesOf,
} from '@patravali/contract';

const QUOTED = 500;

/** What the person has marked in a text of the draft, words of the first line where he marked several; or on its page. */
export function markedPassage(content: DraftContent): Passage | null {
  return markedInField() ?? markedInText() ?? markedOnPage(content);
}

/** The same passage on the page: brought into view, and marked there. */
export function showPassage({ part, quote, occurrence }: Passage): void {
  const place = document.querySelector(`[data-passage="${part}"]`);
  const field = place?.querySelector('textarea');
  if (field) {
    const from = placeOf(field.value, quote, occurrence);
    if (!from) return;
    field.focus();
    field.setSelectionRange(...from);
    field.scrollIntoView({ block: 'nearest' });
    return;
  }
  const text = place?.querySelector('[contenteditable]');
  const range = text && rangeOf(text, quote, occurrence);
  if (!range) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  CSS.highlights.set('commented', new Highlight(range));
}

export function hidePassage(): void {
  CSS.highlights.delete('commented');
}

function markedInField(): Passage | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const part = partOf(field);
  const { value, selectionStart, selectionEnd } = field;
  if (!part) return null;
  return passage(part, value.slice(0, selectionStart), value.slice(selectionStart, selectionEnd));
}

function markedInText(): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const marked = selection.getRangeAt(0);
  const start = marked.startContainer;
  const element = start instanceof Element ? start : start.parentElement;
  const text = element?.closest('[contenteditable]');
  const part = text && partOf(text);
  if (!part) return null;
  const before = new Range();
  before.setStart(text, 0);
  before.setEnd(start, marked.startOffset);
  return passage(part, before.toString(), selection.toString());
}

/** A page does not say of which part its words are: the first that says them all. Its lines are not those of the text. */
function markedOnPage(content: DraftContent): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode?.parentElement?.closest('[data-page]')) return null;
  const quote = selection.toString().replaceAll(/\s+/gu, ' ').trim().slice(0, QUOTED).trim();
  if (quote === '') return null;
  const passages = MARKED_PARTS.map((part) => ({ part, quote, occurrence: 1 }));
  return passages.find((passage) => findPassage(content, passage) !== null) ?? null;
}

function partOf(element: Element): MarkedPart | undefined {
  const named = element.closest<HTMLElement>('[data-passage]')?.dataset.passage;
  return MARKED_PARTS.find((part) => part === named);
}

function passage(part: MarkedPart, before: string, marked: string): Passage | null {
  const line = marked.split('\n').find((each) => each.trim() !== '') ?? '';
  const quote = line.trim().slice(0, QUOTED).trim();
  if (quote === '') return null;
  return { part, quote, occurrence: placesOf(before, quote).length + 1 };
}

function placeOf(text: string, quote: string, occurrence: number): readonly [number, number] | null {
  const found = placesOf(text, quote);
  return found[occurrence - 1] ?? found.at(-1) ?? null;
}

function rangeOf(element: Element, quote: string, occurrence: number): Range | null {
  const place = placeOf(element.textContent, quote, occurrence);
  if (!place) return null;
  const range = new Range();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    const [from, until] = place.map((each) => each - passed);
    if (from !== undefined && from >= 0 && from < length) range.setStart(node, from);
    if (until !== undefined && until > 0 && until <= length) {
      range.setEnd(node, until);
      return range;
    }
    passed += length;
  }
  return null;
}
