import type { NoteContent, NoteKind } from '@patravali/contract';

/** As the contract has it: what is ordinary says nothing. */
export function kindFor(kind: NoteKind, mainNote: number | null): Pick<NoteContent, 'kind' | 'mainNote'> {
  if (kind === 'ordinary') return {};
  return mainNote === null ? { kind } : { kind, mainNote };
}
