import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type DraftContent, type DraftIssued, Instant } from '@patravali/contract';
import { appendCorrespondence } from '@patravali/correspondence';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { insertIssue } from '@patravali/dispatch';
import { addDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { drawNumber } from '@patravali/numbering';
import z from 'zod';
import { Draft } from '../draft.entities';
import { type Issuing, letterFrame, type LetterFrame } from './letter-frame';
import { lockDraft } from '../lock-draft';
import { PrintLetter } from './print-letter';

/**
 * Issues an approved draft, as one act: number and date are drawn, the letter is set with them, signed and stored, its
 * office copy joins the correspondence. If anything fails, nothing of it remains but an object that no row names.
 */
@Injectable()
export class IssueDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly printLetter: PrintLetter,
  ) {}

  /** @throws Refusal of the draft's life cycle, `signatory-vacant`, `signing-not-configured`, and of typesetter and store. */
  execute(actor: Actor, draftId: string, ifMatch?: number): Promise<DraftIssued> {
    return this.transactions.run(actor, async (tx) => {
      const locked = await lockDraft(tx, actor, { draftId, move: 'issue', ifMatch });
      const { custody, draft, current, state } = locked;
      const { content } = current;
      const frame = await letterFrame(tx, actor.organisationId, {
        fileId: custody.fileId,
        signatoryPostId: content.signatoryPostId,
      });
      const holder = signerOf(actor, frame, content);
      const issuing = await drawIssuing(tx, frame);
      const signed = { ...frame, signatory: { ...frame.signatory, holder } };
      const printed = await this.printLetter.issue(content, signed, issuing);
      const fileName = `${issuing.number.replaceAll(/[/\\]/g, '-')}.pdf`;
      const document = await addDocument(tx, actor, { ...printed, fileName, hasText: true });
      const issueId = await insertIssue(tx, {
        ...{ number: issuing.number, issuedOn: issuing.day, issuedAt: issuing.signedAt },
        ...{ draftId, draftVersion: draft.currentVersion, fileId: custody.fileId, documentId: document.id },
        ...{ subject: draft.subject, language: content.language, addressee: draft.addressee },
        ...{ signatoryPostId: content.signatoryPostId, signedByUserId: holder.userId, unitId: frame.unit.id },
        ...approvalOf(draft),
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

/** Whoever issues from the signing post signs; else the person who holds it today. */
function signerOf(actor: Actor, { signatory }: LetterFrame, { signatoryPostId }: DraftContent) {
  if (signatoryPostId === actor.postId) return { userId: actor.userId, name: actor.name };
  if (!signatory.holder) throw new Refusal('signatory-vacant', { post: signatory.marking });
  return signatory.holder;
}

/** The approval of the version that goes out. */
function approvalOf({ approvedByUserId, approvedByPostId, approvedCapacity, approvedAt }: Draft) {
  if (!approvedByUserId || !approvedByPostId || !approvedCapacity || !approvedAt) {
    throw new Error('A draft was to be issued that nobody approved');
  }
  return { approvedByUserId, approvedByPostId, approvedCapacity, approvedAt };
}

async function drawIssuing(tx: Transaction, { unit, fileNumber }: LetterFrame): Promise<Issuing> {
  const fields = { unit: unit.abbreviation, file: fileNumber };
  const { number, day } = await drawNumber(tx, { kind: 'issue', fields });
  const [now] = await tx.select(z.object({ at: Instant }), 'SELECT office_now() AS at');
  if (!now) throw new Error('The database told no time');
  return { number, day, signedAt: new Date(now.at) };
}
