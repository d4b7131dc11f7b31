import type { Actor } from '@patravali/authorization';
import { DraftRow } from '@patravali/contract';
import { DESK_FILES, filesOnDesk } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { FILE_ROW, joinFile } from '@patravali/files';
import { issueOfDraft, numberOfDraft } from '@patravali/letters';
import { actorRef } from '@patravali/organisation';

/** The contract's `DraftRow`, from `DRAFTS`. */
export const DRAFT_ROW = projection(DraftRow, {
  id: 'r.id',
  ordinal: 'r.ordinal',
  state: 'r.state',
  form: 'r.form',
  subject: 'r.subject',
  addressee: 'r.addressee',
  draftVersion: 'r.current_version',
  changedAt: 'r.changed_at',
  changedBy: actorRef('v.user_id', 'v.post_id', 'v.capacity'),
  file: `jsonb_build_object('id', ${FILE_ROW.expressions.id}, 'number', ${FILE_ROW.expressions.number},
    'subject', ${FILE_ROW.expressions.subject})`,
  issueId: issueOfDraft('r.organisation_id', 'r.id'),
  issueNumber: numberOfDraft('r.organisation_id', 'r.id'),
  version: 'r.version',
});

const TEXT_AND_FILE = `JOIN draft_version v
  ON v.organisation_id = r.organisation_id AND v.draft_id = r.id AND v.number = r.current_version ${joinFile('r.file_id')}`;

/** Drafts as `r`, with their text as it stands `v` and their file `f`. */
export const DRAFTS = `draft r ${TEXT_AND_FILE}`;

/** Drafts alone as `r` on the files of desks, for a count. */
export const DRAFTS_OF_DESKS = `${DESK_FILES} JOIN draft r ON r.organisation_id = e.organisation_id AND r.file_id = e.id`;

/** Drafts in the making on the files that lie on the desk of the acting post, as conditions on `DRAFTS_OF_DESKS`. */
export function draftsOnDesk(actor: Actor, parameters: Parameters): string[] {
  return [...filesOnDesk(actor, parameters), `r.state IN ('draft', 'approved', 'numbered')`];
}

/** The same with their text and file. */
export const WRITTEN_DRAFTS_OF_DESKS = `${DRAFTS_OF_DESKS} ${TEXT_AND_FILE}`;

/** When the draft was last changed: the key of a list. */
export const CHANGED_AT = 'r.changed_at';
