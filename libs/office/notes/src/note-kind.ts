import { isEmptyText, type NoteContent, type NoteKind, type StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** What a note is, beside what it says. */
export interface KindOfNote {
  readonly kind: NoteKind;
  /** The number of the note under which it stands, if it is a section. */
  readonly mainNote: number | null;
  /** The posts with whose holders it was discussed, if it is a discussion note. */
  readonly discussedWith: string[] | null;
}

export const ORDINARY: KindOfNote = { kind: 'ordinary', mainNote: null, discussedWith: null };

/** As it is stored; what says nothing is an ordinary note. */
export function kindOf({
  kind,
  mainNote,
  discussedWith,
}: Pick<NoteContent, 'kind' | 'mainNote' | 'discussedWith'>): KindOfNote {
  return { kind: kind ?? 'ordinary', mainNote: mainNote ?? null, discussedWith: discussedWith ?? null };
}

/**
 * A section stands under a note of the same sheet that is none itself.
 * @param within where the request has the note, as a JSON pointer.
 * @throws Refusal `main-note-unknown`.
 */
export async function refuseUnfitMainNote(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  { mainNote }: Pick<KindOfNote, 'mainNote'>,
  within = '#',
): Promise<void> {
  if (mainNote === null) return;
  const [main] = await tx.select(
    z.object({ number: z.int() }),
    `SELECT number FROM note WHERE organisation_id = $1 AND file_id = $2 AND number = $3 AND kind <> 'sectional'`,
    [organisationId, fileId, mainNote],
  );
  if (main) return;
  const errors = [{ pointer: `${within}/mainNote`, detail: 'main-note-unknown' }];
  throw new Refusal('main-note-unknown', { note: mainNote }, { errors });
}

/** Only an ordinary note may do without words. @throws Refusal `note-empty`. */
export function refuseWordlessKind({ kind }: Pick<KindOfNote, 'kind'>, text: StructuredText): void {
  if (kind !== 'ordinary' && isEmptyText(text)) throw new Refusal('note-empty');
}
