import type { Actor } from '@patravali/authorization';
import { markingInBoth } from '@patravali/contract';
import { countAsOpening } from '@patravali/custody';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { canonicalHash } from '@patravali/ledger';
import {
  coSignatoriesOf,
  type GoingOut,
  hasSignatories,
  Issue,
  type IssuingStep,
  letterFrame,
  type LetterFrame,
  type LetterToNumber,
  lookNow,
  borneNumber,
  numberLetter,
  refuseOther,
  signatoriesFrom,
  type SignatureMode,
  signatureModeOf,
} from '@patravali/letters';
import { DraftTemplate, OfficeUser } from '@patravali/organisation';
import { Draft } from '../draft/draft.entities';
import { lockDraft } from '../draft/lock-draft';
import { enclosedBy, refuseUnfitEnclosures } from '../enclosures/refuse-unfit-enclosures';
import { approvedLook } from '../approving/approved-look';
import { refuseUndecidedLetter } from '../approving/refuse-undecided-letter';

/** A letter in the register whose number is drawn. */
export interface Numbered extends GoingOut {
  readonly issueId: string;
  readonly number: string;
}

/** The number was drawn before: what remains is to make the letter. */
export class AlreadyNumbered extends Error {
  constructor(readonly numbered: Numbered) {
    super('The draft was numbered before');
    this.name = 'AlreadyNumbered';
  }
}

export interface Numbering {
  readonly draftId: string;
  readonly ifMatch?: number | undefined;
  /** Why nothing can be signed; it is told to whoever may issue the letter. */
  readonly noKey: Refusal | null;
  /** Where anybody reaches this office, without a slash at its end; null: the letter bears its code alone. */
  readonly address: string | null;
  /** What whoever asks takes it for. */
  readonly as: IssuingStep;
}

/**
 * The first step of issuing: number and date are drawn, and all that the letter needs is fixed and entered in the register.
 * A job finishes it, should the second step come to nothing.
 *
 * Nobody signs for another: from the signing post it bears the name of whoever issues it, whose act is his signature, also
 * where only other levels have approved. From the post that the signatory named it bears the name of the signatory who
 * approved it, and says that he approved and who issued.
 *
 * It looks as it was approved, whatever the office, its file and its posts are called since.
 *
 * What officers sign is signed from the signing post first: the posts that sign, and who holds them, are fixed as well.
 * @throws AlreadyNumbered; Refusal `case-not-decided`, `letter-to-be-signed`, `letter-has-copies`, `letter-sealed`, `signed-from-signing-post`, `signatory-vacant`, and
 * those of the draft's life cycle.
 */
export async function numberDraft(tx: Transaction, actor: Actor, { draftId, ifMatch, noKey, address, as }: Numbering) {
  const locked = await lockDraft(tx, actor, { draftId, move: 'issue', ifMatch });
  const { custody, draft, current, state } = locked;
  if (draft.state === 'numbered') throw new AlreadyNumbered(await numberedAs(tx, draftId, as));
  const { content } = current;
  await refuseUndecidedLetter(tx, actor, draft);
  await refuseUnfitEnclosures(tx, actor.organisationId, enclosedBy(custody.fileId, draft, current));
  const frame = await letterFrame(tx, actor.organisationId, custody.fileId, content);
  const goingOut = { certified: certifiedFrom(actor, content, frame), ownCopies: content.ownCopies === true };
  const { certified, ownCopies } = goingOut;
  refuseOther(goingOut, as);
  if ((certified === 'sealed' || ownCopies) && noKey) throw noKey;
  const coSigners = signatoriesFrom(coSignatoriesOf(content), frame.coSignatories);
  const approval = approvalOf(draft);
  const { holder, issuer } = await signing(tx, actor, { approval, signatoryPostId: content.signatoryPostId });
  const { issueId, number, numberOnLetter } = await numberLetter(tx, {
    entry: {
      draftId,
      draftVersion: draft.currentVersion,
      fileId: custody.fileId,
      subject: draft.subject,
      language: content.language,
      addressee: draft.addressee,
      replyBy: content.replyBy ?? null,
      signatoryPostId: content.signatoryPostId,
      ...approval,
      issuedByUserId: actor.userId,
      issuedByPostId: actor.postId,
      issuedCapacity: actor.capacity,
    },
    content,
    frame,
    look: (await approvedLook(tx, draft, content)) ?? lookNow(frame),
    holder,
    issuer,
    goingOut,
    signatories: [actor, ...coSigners],
    address,
    series: await seriesFor(tx, draft),
  });
  await countAsOpening(tx, custody);
  await tx.update(Draft, { id: draftId }, { state, changedAt: NOW, version: draft.version + 1 });
  await tx.record('draft.numbered', custody.fileId, {
    relatedId: issueId,
    contentHash: canonicalHash(content),
    data: { draftId, ordinal: draft.ordinal, draftVersion: draft.currentVersion, number },
  });
  return { issueId, number: numberOnLetter, ...goingOut } satisfies Numbered;
}

async function numberedAs(tx: Transaction, draftId: string, as: IssuingStep): Promise<Numbered> {
  const issue = await tx.find(Issue, { draftId });
  if (!issue) throw new Error(`The numbered draft ${draftId} has no number`);
  const { id, organisationId, ownCopies } = issue;
  const certified = (await hasSignatories(tx, organisationId, id)) ? 'signed' : 'sealed';
  refuseOther({ certified, ownCopies }, as);
  return { issueId: id, number: borneNumber(issue), certified, ownCopies };
}

/** From the post that the signatory named it is sealed, unless others sign too: they sign after him. */
function certifiedFrom(
  { postId }: Actor,
  content: Parameters<typeof signatureModeOf>[0] & { readonly signatoryPostId: string },
  { signedForms, signatory }: LetterFrame,
): SignatureMode {
  if (postId === content.signatoryPostId) return signatureModeOf(content, signedForms);
  if (coSignatoriesOf(content).length > 0)
    throw new Refusal('signed-from-signing-post', { post: markingInBoth(signatory) });
  return 'sealed';
}

type Signing = Pick<LetterToNumber, 'holder' | 'issuer'>;

async function signing(
  tx: Transaction,
  { userId, postId, capacity, name, post }: Actor,
  { approval, signatoryPostId }: { approval: ReturnType<typeof approvalOf>; signatoryPostId: string },
): Promise<Signing> {
  if (postId === signatoryPostId) return { holder: { userId, name, capacity }, issuer: null };
  const { approvedByUserId, approvedCapacity, approvedAt } = approval;
  const approver = await tx.find(OfficeUser, { id: approvedByUserId });
  if (!approver) throw new Error(`Nobody is ${approvedByUserId}, who approved the draft`);
  return {
    holder: { userId: approver.id, name: { hi: approver.nameHi, en: approver.nameEn }, capacity: approvedCapacity },
    issuer: { name, designation: post.designation, approvedAt },
  };
}

/** The approval of the version that goes out. */
function approvalOf({ approvedByUserId, approvedByPostId, approvedCapacity, approvedAt }: Draft) {
  if (!approvedByUserId || !approvedByPostId || !approvedCapacity || !approvedAt) {
    throw new Error('A draft was to be issued that nobody approved');
  }
  return { approvedByUserId, approvedByPostId, approvedCapacity, approvedAt };
}

/** The series that the template names, which may be retired by now. */
async function seriesFor(tx: Transaction, { templateId }: Draft): Promise<string | undefined> {
  const template = templateId === null ? null : await tx.find(DraftTemplate, { id: templateId });
  return template?.series ?? undefined;
}
