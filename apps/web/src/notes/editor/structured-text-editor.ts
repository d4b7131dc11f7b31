import {
  EMPTY_TEXT,
  type Inline,
  keptText,
  type ReferenceTarget,
  type StructuredText,
  TEXT_MARKS,
  type TextMark,
} from '@patravali/contract';
import type { JSONContent } from '@tiptap/core';

/** The editor's document that shows a stored text. */
export function toEditor(text: StructuredText): JSONContent {
  const paragraphs = text.paragraphs.map((paragraph) => ({
    type: 'paragraph',
    content: paragraph.children.map(toEditorInline),
  }));
  return { type: 'doc', content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }] };
}

/**
 * What the editor's document says, in the stored form: neighbouring pieces with the same marks joined, so that the
 * same words always give the same text.
 */
export function fromEditor(document: JSONContent): StructuredText {
  const paragraphs = (document.content ?? []).map((paragraph) => ({
    children: joined((paragraph.content ?? []).flatMap(fromEditorInline)),
  }));
  return isBlank(paragraphs) ? EMPTY_TEXT : { version: 1, paragraphs };
}

/** Whether two texts say the same in the same form, whatever the order in which their fields are written down. */
export function sameText(one: StructuredText, other: StructuredText): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder({ paragraphs }: StructuredText): unknown {
  return paragraphs.map(({ children }) =>
    children.map((inline) =>
      inline.type === 'text' ? [inline.text, inline.marks ?? []] : [inline.label, targetInOrder(inline.to)],
    ),
  );
}

function targetInOrder(to: ReferenceTarget): unknown {
  if (to.kind === 'correspondence') return [to.kind, to.page];
  if (to.kind === 'note') return [to.kind, to.note, to.paragraph ?? null];
  return [to.kind, to.draftId];
}

function toEditorInline(inline: Inline): JSONContent {
  if (inline.type === 'reference') return { type: 'reference', attrs: { to: inline.to, label: inline.label } };
  const marks = (inline.marks ?? []).map((type) => ({ type }));
  return { type: 'text', text: inline.text, ...(marks.length > 0 && { marks }) };
}

function fromEditorInline(node: JSONContent): Inline[] {
  if (node.type === 'reference') {
    const { to, label } = node.attrs as Pick<Extract<Inline, { type: 'reference' }>, 'to' | 'label'>;
    return [{ type: 'reference', to, label }];
  }
  const text = keptText(node.text ?? '');
  if (text === '') return [];
  const names = new Set(node.marks?.map((mark) => mark.type));
  const marks = TEXT_MARKS.filter((mark) => names.has(mark));
  return [textOf(text, marks)];
}

function joined(children: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (last?.type === 'text' && child.type === 'text' && String(last.marks) === String(child.marks))
      result[result.length - 1] = textOf(last.text + child.text, child.marks ?? []);
    else result.push(child);
  }
  return result;
}

function textOf(text: string, marks: TextMark[]): Inline {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

function isBlank(paragraphs: StructuredText['paragraphs']): boolean {
  return paragraphs.every((paragraph) => paragraph.children.length === 0);
}
