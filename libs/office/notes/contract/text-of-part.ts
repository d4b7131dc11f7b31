import type { ReferenceTarget, StructuredText } from '@patravali/contract-base';
import type { NoteView } from './notes';

type FromPart = Pick<NoteView, 'text' | 'number' | 'firstParagraph' | 'ofPart'>;

/**
 * The text of a note for the sheet where it stands. What a note that came from a part refers to lay there: its notes all came
 * along, and are named by their numbers of today; its letters and drafts are on the part. The words stay as they are.
 */
export function textOnSheet({ text, number, firstParagraph, ofPart }: FromPart): StructuredText {
  if (!ofPart) return text;
  const notes = number - ofPart.number;
  const paragraphs =
    firstParagraph === null || ofPart.firstParagraph === null ? null : firstParagraph - ofPart.firstParagraph;
  return withTargets(text, (to) => {
    if (to.kind === 'correspondence' || to.kind === 'draft') return { kind: 'file', fileId: ofPart.fileId };
    if (to.kind !== 'note') return to;
    const { paragraph, ...place } = to;
    const moved = paragraph === undefined || paragraphs === null ? {} : { paragraph: paragraph + paragraphs };
    return { ...place, note: to.note + notes, ...moved };
  });
}

/** The same value with other targets of its references, at any depth. */
function withTargets<Value>(value: Value, target: (to: ReferenceTarget) => ReferenceTarget): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => withTargets(each, target)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, withTargets(each as unknown, target)] as const);
  const copy = Object.fromEntries(entries) as Value & { type?: unknown; to?: ReferenceTarget };
  return copy.type === 'reference' && copy.to ? { ...copy, to: target(copy.to) } : copy;
}
