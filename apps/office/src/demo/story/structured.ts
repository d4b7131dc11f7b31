import { type Inline, type NoteContent, type StructuredText, textOfParagraphs } from '@patravali/contract';
import type { NoteText } from './story';

const REFERENCE = /\{(C\/(\d+)|N\/(\d+)(?:¶(\d+))?)\}/g;

/** Turns paragraphs with references in braces into the form in which notes and letters are stored. */
export function structured(paragraphs: readonly string[]): StructuredText {
  return textOfParagraphs(paragraphs.map((text) => ({ children: [...pieces(text)] })));
}

/** @param postOf the post of a marking. */
export function noteContent(
  { text, decision, discussedWith }: NoteText,
  postOf: (marking: string) => string,
): NoteContent {
  const discussion = discussedWith && { kind: 'discussion' as const, discussedWith: discussedWith.map(postOf) };
  return { text: structured(text), decision: decision ?? null, ...discussion };
}

function* pieces(text: string): Generator<Inline> {
  let read = 0;
  for (const match of text.matchAll(REFERENCE)) {
    if (match.index > read) yield { type: 'text', text: text.slice(read, match.index) };
    yield reference(match);
    read = match.index + match[0].length;
  }
  if (read < text.length) yield { type: 'text', text: text.slice(read) };
}

function reference([, label = '', page, note, paragraph]: RegExpExecArray | RegExpMatchArray): Inline {
  if (page) return { type: 'reference', label, to: { kind: 'correspondence', page: Number(page) } };
  const to = { kind: 'note', note: Number(note), ...(paragraph ? { paragraph: Number(paragraph) } : {}) } as const;
  return { type: 'reference', label, to };
}
