import type { Actor } from '@patravali/authorization';
import { type FileCustody, frozenBy, returnedAfter, wasTakenBack } from '@patravali/custody';
import { projection } from '@patravali/database';
import { z } from 'zod';
import { WHERE_FROZEN } from '../parts/where-frozen';
import { wordless } from '../note/refuse-untrue-note';
import type { SheetFacts } from '../note/sheet-facts';
import { hasWords } from '../note/words';

const LAST = { organisationId: 'r.organisation_id', fileId: 'r.file_id', number: 'r.number' };

/** Where the note of this alias was frozen: on the sheet of a part, if it was incorporated. */
const frozenAt = (note: string) => ({
  organisationId: `${note}.organisation_id`,
  fileId: `COALESCE(${note}.part_file_id, ${note}.file_id)`,
  number: `COALESCE(${note}.part_note, ${note}.number)`,
});

/**
 * Past which notes a signature alone looks: an opinion arrives at any time, and nobody has agreed with it by signing after it; and an
 * agreement or a decision without words that was taken back is as if it were not there. A condition on the note of this alias.
 */
export const standsBefore = (note: string): string =>
  `${note}.kind <> 'opinion' AND NOT (NOT ${hasWords(note)} AND ${wasTakenBack(frozenAt(note))})`;

/** The last note of a sheet that `standsBefore`, from `r`, as far as a signature alone depends on it. */
export const LAST_LINE = projection(
  z.object({ authorPostId: z.uuid(), returned: z.boolean(), takenBack: z.boolean() }),
  {
    authorPostId: 'r.author_post_id',
    returned: returnedAfter(LAST),
    takenBack: `r.decision IS NOT NULL AND ${wasTakenBack(WHERE_FROZEN)}`,
  },
);

/**
 * Whether sending the file without words signs in agreement with the note before. Nobody agrees with a note of
 * his own post: then nothing is written, and the movement tells all.
 * @throws Refusal `first-note-needs-words` while the sheet has no word; `returned-file-needs-words` after a return: there the next
 *   line answers it; `taken-back-needs-words` after a decision that was taken back: nobody agrees with that.
 */
export function agreesWithNoteBefore(
  facts: Pick<SheetFacts, 'hasWords'>,
  actor: Actor,
  { custody, sheet: { last } }: FileWithSheet,
): boolean {
  if (!facts.hasWords(custody)) throw wordless('first-note-needs-words');
  if (last?.returned) throw wordless('returned-file-needs-words');
  if (last?.takenBack) throw wordless('taken-back-needs-words');
  return last !== null && last.authorPostId !== actor.postId;
}

interface FileWithSheet {
  readonly custody: FileCustody;
  readonly sheet: { readonly last: z.infer<typeof LAST_LINE.row> | null };
}

const { fileId, number } = WHERE_FROZEN;
const EARLIER = `FROM note b WHERE b.organisation_id = r.organisation_id AND b.file_id = ${fileId} AND b.number < ${number}`;
const BEFORE = { ...WHERE_FROZEN, number: `(SELECT max(b.number) ${EARLIER} AND ${standsBefore('b')})` };

/** What the note `r` means if it has neither words nor a decision, as an expression: the contract's `SignatureAlone`. */
export const SIGNATURE_ALONE = `CASE
  WHEN r.decision IS NOT NULL OR ${hasWords('r')} THEN NULL
  WHEN ${frozenBy(WHERE_FROZEN)} = 'returned' THEN 'return'
  WHEN EXISTS (SELECT ${EARLIER} AND b.number = ${BEFORE.number} AND b.author_post_id <> r.author_post_id
    AND NOT (b.decision IS NOT NULL AND ${wasTakenBack(frozenAt('b'))}))
    AND EXISTS (SELECT ${EARLIER} AND ${hasWords('b')})
    AND NOT ${returnedAfter(BEFORE, number)} THEN 'agreement'
  ELSE 'sent_on' END`;
