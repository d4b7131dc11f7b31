import type { Sought } from '../../documents/viewer/scrolling/use-followed-cursor';

/** So many words name a place well enough; fewer where a line of the page divides them in a way that is not found. */
const TELLING = [6, 4, 3, 2, 1] as const;

/**
 * Between which words of the letter the person is writing, the most telling first; nothing while the keys work elsewhere. A place of
 * the letter is marked as in comments, by `data-passage`.
 */
export function wordsAtCursor(): Sought[] {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.closest('[data-passage]')) return [];
  if (field instanceof HTMLTextAreaElement) {
    const { value, selectionStart } = field;
    return wordsAround(value.slice(0, selectionStart), value.slice(selectionStart));
  }
  const selection = document.getSelection();
  if (!field.isContentEditable || !selection?.focusNode || !field.contains(selection.focusNode)) return [];
  const [before, behind] = [new Range(), new Range()];
  before.setStart(field, 0);
  before.setEnd(selection.focusNode, selection.focusOffset);
  behind.setStart(selection.focusNode, selection.focusOffset);
  behind.setEnd(field, field.childNodes.length);
  return wordsAround(linesOf(before), linesOf(behind));
}

/** The last words of the line before the cursor; at the beginning of a line the first ones behind it. */
export function wordsAround(before: string, behind: string): Sought[] {
  const [line = '', next = ''] = [before.split('\n').at(-1), behind.split('\n')[0]];
  const last = line.trim() === '' ? [] : line.trim().split(/\s+/u);
  const first = next.trim() === '' ? [] : next.trim().split(/\s+/u);
  const named = TELLING.filter((count) => count <= Math.max(last.length, first.length, 1)).map((count) =>
    last.length > 0 ? last.slice(-count).join(' ') : first.slice(0, count).join(' '),
  );
  // Words behind the cursor are the first of those that follow.
  const own = last.length > 0 ? 0 : 1;
  return [...new Set(named)]
    .filter((words) => words !== '')
    .map((words) => ({ words, again: Math.max(0, behind.replaceAll(/\s+/gu, ' ').split(words).length - 1 - own) }));
}

/** A line for each paragraph, item and cell. */
function linesOf(range: Range): string {
  const blocks = [...range.cloneContents().querySelectorAll('p')].map(({ textContent }) => textContent);
  return blocks.length > 0 ? blocks.join('\n') : range.toString();
}
