import type { NoteContent, NoteKind } from '@patravali/contract';

/** What the composer says of the note besides its text and the decision. */
export interface KindOfNote {
  kind: NoteKind;
  /** The number of the note under which a section stands. */
  mainNote: number | null;
  /** The posts with whose holders it was discussed. */
  discussedWith: readonly string[];
}

/** As the contract has it: what is ordinary says nothing. */
export function kindFor(of: KindOfNote): Pick<NoteContent, 'kind' | 'mainNote' | 'discussedWith'> {
  const { kind, mainNote, discussedWith } = of;
  if (kind === 'ordinary') return {};
  if (kind === 'discussion') return { kind, discussedWith: [...discussedWith] };
  return mainNote === null ? { kind } : { kind, mainNote };
}

/** Nobody has been named yet with whom it was discussed. */
export function lacksNames({ kind, discussedWith = [] }: NoteContent): boolean {
  return kind === 'discussion' && discussedWith.length === 0;
}

/** What the server is given: no discussion note before somebody is named, so that the words are kept until then. */
export function savedAs(content: NoteContent): NoteContent {
  return lacksNames(content) ? { text: content.text, decision: content.decision } : content;
}
