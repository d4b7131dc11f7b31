import type { AbilityRules, ActingPost } from '@patravali/authorization';
import {
  type Doer,
  FILE_LIFE,
  FILE_MOVES,
  type FileMove,
  type FileMoveRow,
  HOLDING_ROLES,
  type Role,
  type Standing,
} from '@patravali/contract';
import { ofAuditedUnits } from '@patravali/organisation';
import { FileCustody } from './file-custody.entity';
import { lifeOf } from './file-lifecycle';

/** What the custody row says of a post that stands so to the file. Conditions look at the row alone. */
const CUSTODY_OF: Record<Standing, (post: ActingPost) => { readonly [Column in keyof FileCustody]?: unknown }> = {
  holder: ({ id, organisationId }) => ({ organisationId, holderPostId: id }),
  sender: ({ id, organisationId }) => ({ organisationId, senderPostId: id }),
  closer: ({ id, organisationId }) => ({ organisationId, closedByPostId: id }),
  reader: ({ id, organisationId }) => ({ organisationId, readerPostIds: id }),
  reader_of_normal: ({ id, organisationId }) => ({ organisationId, readerPostIds: id, grading: 'normal' }),
  auditor: (post) => ({ organisationId: post.organisationId, grading: 'normal', ...ofAuditedUnits(post) }),
};

/** Of a post that has lost others below it, as long as files name it that it read because of them: the tree is asked as well. */
export const dueTo = ({ id, loses }: ActingPost): { stillDueTo?: string } => (loses === true ? { stillDueTo: id } : {});

interface Grant extends Doer {
  readonly moves: FileMove[];
}

/** The moves by who may make them: as few rules as there are kinds of doers, for each request makes its own. */
const GRANTS: readonly Grant[] = grantsOf(FILE_LIFE);
const OF_ASSISTANTS = FILE_MOVES.filter((move) => lifeOf(move).byAssistant);

function grantsOf(life: Readonly<Record<FileMove, FileMoveRow>>): Grant[] {
  const grants = new Map<string, Grant>();
  for (const move of FILE_MOVES) {
    for (const doer of life[move].by) {
      const key = JSON.stringify(doer);
      const grant = grants.get(key) ?? { ...doer, moves: [] };
      grant.moves.push(move);
      grants.set(key, grant);
    }
  }
  return [...grants.values()];
}

/** Who may what with a file (domain: who may, in the first office): the moves by `FILE_LIFE`, and here what is no move. */
export const fileAbilities: AbilityRules = (post, can) => {
  const isOneOf = (...some: readonly Role[]) => some.some((role) => post.roles.includes(role));
  for (const { standing, roles, moves } of GRANTS)
    if (isOneOf(...roles)) can(moves, FileCustody, CUSTODY_OF[standing](post));

  can('read', FileCustody, { ...CUSTODY_OF.reader(post), ...dueTo(post) });
  if (isOneOf('auditor')) can(['read', 'list_who_saw'], FileCustody, CUSTODY_OF.auditor(post));
  if (isOneOf(...HOLDING_ROLES)) {
    can(['list_who_saw', 'read_note_in_writing'], FileCustody, CUSTODY_OF.holder(post));
    can('list_who_saw', FileCustody, CUSTODY_OF.closer(post));
    can('read_note_in_writing', FileCustody, { ...CUSTODY_OF.sender(post), forCorrection: true });
  }
  if (isOneOf('dealing_hand', 'officer')) {
    can(['create', 'redact'], FileCustody, CUSTODY_OF.holder(post));
    // What is asked for under the RTI Act lies on closed files more often than not.
    can('redact', FileCustody, CUSTODY_OF.closer(post));
  }
  if (isOneOf('officer')) can(['approve', 'issue'], FileCustody, CUSTODY_OF.holder(post));
};

/**
 * What a personal assistant may do on the post of an officer: read what is normal, and make there the moves that `FILE_LIFE`
 * leaves to assistants. Whatever is not granted here is the officer's alone.
 */
export const assistantFileAbilities: AbilityRules = (post, can) => {
  const normal = { grading: 'normal' };
  can('read', FileCustody, { ...CUSTODY_OF.reader_of_normal(post), ...dueTo(post) });
  can([...OF_ASSISTANTS, 'read_note_in_writing'], FileCustody, { ...CUSTODY_OF.holder(post), ...normal });
  can('read_note_in_writing', FileCustody, { ...CUSTODY_OF.sender(post), ...normal, forCorrection: true });
};
