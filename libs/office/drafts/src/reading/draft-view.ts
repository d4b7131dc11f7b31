import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type DraftMove, DraftSigning, DraftVersionView, DraftView, type Unnamed } from '@patravali/contract';
import { CUSTODY_FACTS, custodyFrom, joinCustody, mayReadFile } from '@patravali/custody';
import { isoInstant, Parameters, type Projection, projection, type RowType, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import { signatoriesOfDraft, unsignedOfDraft } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { actorRef, signedForms } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { APPROVALS, APPROVED_FROM, endsApproving } from '../draft/approvals';
import { mayMoveDraft } from '../draft/draft-abilities';
import { isInTheMaking, possibleDraftMoves } from '../draft/draft-lifecycle';
import { DRAFT_ROW, DRAFTS } from '../draft/draft-row';
import { Draft } from '../draft/draft.entities';

const SIGNATORIES = signatoriesOfDraft('r.organisation_id', 'r.id');

/** What the rules are asked about. */
const FACTS = projection(
  z.object({
    organisationId: z.uuid(),
    state: DraftView.shape.state,
    approvedByPostId: z.uuid().nullable(),
    signatoryPostId: z.uuid(),
    namedPostId: z.uuid().nullable(),
    approvedFrom: z.array(z.uuid()),
  }),
  {
    organisationId: 'r.organisation_id',
    state: 'r.state',
    approvedByPostId: 'r.approved_by_post_id',
    signatoryPostId: 'r.signatory_post_id',
    namedPostId: 'r.named_post_id',
    approvedFrom: APPROVED_FROM,
  },
);

/** Who signs the draft `r` with its text `v`, or that the office seals it: as it would go out now, or as it was numbered. */
const SIGNING = projection(DraftSigning, {
  byOfficers: `CASE WHEN r.state IN ('numbered', 'issued') THEN ${SIGNATORIES} IS NOT NULL
    ELSE r.form = ANY (${signedForms('r.organisation_id')}::text[]) OR v.content ? 'coSignatoryPostIds' END`,
  signatories: `COALESCE(${SIGNATORIES}, (SELECT jsonb_agg(jsonb_build_object('post', named.post, 'at', NULL) ORDER BY named.place)
    FROM jsonb_array_elements_text(jsonb_build_array(r.signatory_post_id) || COALESCE(v.content -> 'coSignatoryPostIds', '[]'))
      WITH ORDINALITY AS named (post, place)))`,
  issueId: unsignedOfDraft('r.organisation_id', 'r.id'),
});

/** The file of a draft, if it is graded above normal: with its draft it is opened. */
const GRADED = [
  { gradedFileId: z.uuid().nullable() },
  { gradedFileId: `CASE WHEN c.grading <> 'normal' THEN r.file_id END` },
] as const;

const DETAILS = DraftView.pick({
  content: true,
  replyToReceiptId: true,
  versions: true,
  approvals: true,
  signatory: true,
  signatoryHolder: true,
  named: true,
  cancellationReason: true,
  undecided: true,
  signing: true,
});

const VIEW = DRAFT_ROW.with(DETAILS.shape, {
  content: 'v.content',
  replyToReceiptId: 'r.reply_to_receipt_id',
  versions: `(SELECT jsonb_agg(jsonb_build_object('draftVersion', w.number,
      'by', ${actorRef('w.user_id', 'w.post_id', 'w.capacity')}, 'at', ${isoInstant('w.saved_at')}) ORDER BY w.number)
    FROM draft_version w WHERE w.organisation_id = r.organisation_id AND w.draft_id = r.id)`,
  approvals: APPROVALS,
  signatory: 'r.signatory_post_id',
  signatoryHolder: 'post_holder(r.signatory_post_id)',
  named: 'r.named_post_id',
  cancellationReason: 'r.cancellation_reason',
  undecided: `(SELECT jsonb_build_object('note', d.number, 'post', u.post)
    FROM (SELECT letter_undecided_for(r.organisation_id, r.id, r.current_version, r.signatory_post_id) AS post) u,
      decision_of_file(r.organisation_id, r.file_id) d
    WHERE r.state IN ('draft', 'approved') AND u.post IS NOT NULL)`,
  signing: SIGNING.json,
})
  .with({ facts: FACTS.row, custody: CUSTODY_FACTS.row }, { facts: FACTS.json, custody: CUSTODY_FACTS.json })
  .with(...GRADED);

const VERSION = projection(DraftVersionView.omit({ posts: true }), {
  draftVersion: 'o.number',
  content: 'o.content',
  by: actorRef('o.user_id', 'o.post_id', 'o.capacity'),
  at: 'o.saved_at',
}).with(...GRADED);

/** One draft as its page shows it. Whoever reads the file reads its drafts; one statement each, two of a file graded above normal. */
@Injectable()
export class DraftViewQuery {
  constructor(private readonly database: EntityManager) {}

  /** The text as it stands, with the moves that this person may make. @throws Refusal `not-found`. */
  async execute(actor: Actor, draftId: string): Promise<Unnamed<DraftView>> {
    const { facts, custody, gradedFileId, ...view } = await this.read(actor, draftId, VIEW);
    await this.count(actor, gradedFileId);
    const waits = view.undecided !== null && view.undecided.post !== actor.postId;
    const allowedMoves = movesOf(actor, facts, custodyFrom(custody)).filter(
      (move) => !waits || (move !== 'issue' && (move !== 'approve' || !isSignatory(actor, facts))),
    );
    const mayComment = isInTheMaking(facts.state) && actor.ability.can('comment', draftOf(facts));
    const mayName = allowedMoves.includes('approve') && isSignatory(actor, facts);
    return { ...view, allowedMoves, mayName, mayComment };
  }

  /** An earlier text. @throws Refusal `not-found`. */
  @Serves('getDraftVersion')
  async version(actor: Actor, draftId: string, number: number): Promise<Unnamed<DraftVersionView>> {
    const { gradedFileId, ...version } = await this.read(actor, draftId, VERSION, ({ bind }) => {
      return `JOIN draft_version o ON o.organisation_id = r.organisation_id AND o.draft_id = r.id AND o.number = ${bind(number)}`;
    });
    await this.count(actor, gradedFileId);
    return version;
  }

  private async count(actor: Actor, gradedFileId: string | null): Promise<void> {
    if (gradedFileId === null) return;
    await countReading(this.database, actor, { item: { kind: 'file', id: gradedFileId }, act: 'opened' });
  }

  private async read<Row extends RowType>(
    actor: Actor,
    draftId: string,
    view: Projection<Row>,
    join: (parameters: Parameters) => string = () => '',
  ): Promise<z.output<Row>> {
    const parameters = new Parameters();
    const [found] = await select(
      this.database,
      view.row,
      `SELECT ${view.columns} FROM ${DRAFTS} ${joinCustody('r.file_id')} ${join(parameters)}
       WHERE r.id = ${parameters.bind(draftId)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return found;
  }
}

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf(
  { ability, postId }: Actor,
  facts: z.output<typeof FACTS.row>,
  custody: ReturnType<typeof custodyFrom>,
): DraftMove[] {
  const draft = draftOf(facts);
  return possibleDraftMoves(draft.state)
    .filter((move) => mayMoveDraft(ability, move, custody, draft))
    .filter((move) => move !== 'approve' || !endsApproving(facts, facts.approvedFrom, postId));
}

const draftOf = (facts: z.output<typeof FACTS.row>): Draft => Object.assign(new Draft(), facts);

const isSignatory = ({ postId }: Actor, { signatoryPostId }: z.output<typeof FACTS.row>): boolean =>
  postId === signatoryPostId;
