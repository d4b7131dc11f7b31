import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type DraftIssued, Instant } from '@patravali/contract';
import { appendCorrespondence } from '@patravali/correspondence';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { insertIssue } from '@patravali/dispatch';
import { addDocument } from '@patravali/documents';
import { drawNumber } from '@patravali/numbering';
import { OfficeUser } from '@patravali/organisation';
import z from 'zod';
import { Draft } from '../draft.entities';
import { type Issuing, letterFrame, type LetterFrame } from './letter-frame';
import { lockDraft } from '../lock-draft';
import { PrintLetter } from './print-letter';

/**
 * Issues an approved draft, as one act: number and date are drawn, the letter is set with them, signed and stored, its
 * office copy joins the correspondence. If anything fails, nothing of it remains but an object that no row names.
 *
 * Nobody signs for another: from the signing post it bears the name of whoever issues it, whose act is his signature, also
 * where only other levels have approved. From the post that the signatory named it bears the name of the signatory who
 * approved it, and says that he approved and who issued.
 */
@Injectable()
export class IssueDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly printLetter: PrintLetter,
  ) {}

  /** @throws Refusal of the draft's life cycle, `issued-elsewhere`, `signing-not-configured`, and of typesetter and store. */
  execute(actor: Actor, draftId: string, ifMatch?: number): Promise<DraftIssued> {
    return this.transactions.run(actor, async (tx) => {
      const locked = await lockDraft(tx, actor, { draftId, move: 'issue', ifMatch });
      const { custody, draft, current, state } = locked;
      const { content } = current;
      const frame = await letterFrame(tx, actor.organisationId, {
        fileId: custody.fileId,
        signatoryPostId: content.signatoryPostId,
      });
      const approval = approvalOf(draft);
      const { holder, issuer } = await signing(tx, actor, { approval, signatoryPostId: content.signatoryPostId });
      const issuing = await drawIssuing(tx, frame);
      const signed = { ...frame, signatory: { ...frame.signatory, holder } };
      const printed = await this.printLetter.issue(content, signed, { ...issuing, issuer });
      const fileName = `${issuing.number.replaceAll(/[/\\]/g, '-')}.pdf`;
      const document = await addDocument(tx, actor, { ...printed, fileName, hasText: true });
      const issueId = await insertIssue(tx, {
        ...{ number: issuing.number, issuedOn: issuing.day, issuedAt: issuing.signedAt },
        ...{ draftId, draftVersion: draft.currentVersion, fileId: custody.fileId, documentId: document.id },
        ...{ subject: draft.subject, language: content.language, addressee: draft.addressee },
        ...{ signatoryPostId: content.signatoryPostId, signedByUserId: holder.userId, unitId: frame.unit.id },
        ...approval,
        ...{ issuedByUserId: actor.userId, issuedByPostId: actor.postId, issuedCapacity: actor.capacity },
        ...{ addressees: content.addressees, copyTo: content.copyTo },
      });
      const { contentHash, ...placed } = await appendCorrespondence(tx, actor, custody, {
        document,
        from: { issueId },
        flag: null,
      });
      const change = { state, changedAt: NOW, version: draft.version + 1 };
      await tx.update(Draft, { id: draftId }, change);
      const { number } = issuing;
      await tx.record({
        subject: { kind: 'file', id: custody.fileId },
        name: 'draft.issued',
        relatedId: issueId,
        contentHash,
        data: { draftId, ordinal: draft.ordinal, draftVersion: draft.currentVersion, number, ...placed },
      });
      return { id: draftId, issueId, number, issuedOn: issuing.day, documentId: document.id, ...placed };
    });
  }
}

interface Signing {
  /** Whose name the letter bears. */
  readonly holder: NonNullable<LetterFrame['signatory']['holder']>;
  /** Who issues what the signatory approved; null when the signatory does it himself. */
  readonly issuer: Issuing['issuer'];
}

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

async function drawIssuing(tx: Transaction, { unit, fileNumber }: LetterFrame): Promise<Omit<Issuing, 'issuer'>> {
  const fields = { unit: unit.abbreviation, file: fileNumber };
  const { number, day } = await drawNumber(tx, { kind: 'issue', fields });
  const [now] = await tx.select(z.object({ at: Instant }), 'SELECT office_now() AS at');
  if (!now) throw new Error('The database told no time');
  return { number, day, signedAt: new Date(now.at) };
}
