import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterPrepared, PrepareLetter } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { DOCUMENT_SIGNING, type DocumentSigning } from '@patravali/signatures';
import { officeTime, OpenKey } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { Issue } from '../register/issue.entities';
import { refuseOutOfTurn, ToBeSigned } from './to-be-signed';
import { LettersToSign } from './letters-to-sign';

/**
 * What a token has to sign, for an officer whose turn it is. Nothing is kept: the same bytes, the same words and the same time give
 * the same, when the signature comes back.
 */
@Injectable()
export class PrepareSignature {
  constructor(
    private readonly database: EntityManager,
    private readonly letters: LettersToSign,
    private readonly toBeSigned: ToBeSigned,
    private readonly openKey: OpenKey,
    @Inject(DOCUMENT_SIGNING) private readonly documentSigning: DocumentSigning,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever does not sign it, and for a key that is no token; `illegal-draft-move`, `not-your-turn`,
   * `signatory-changed`, `key-ended`, `certificate-not-valid`, and those of typesetter and store.
   */
  @Serves('prepareLetter')
  async execute(actor: Actor, issueId: string, { keyId }: PrepareLetter): Promise<LetterPrepared> {
    const { organisationId } = actor;
    const turn = await this.letters.turn(actor, issueId);
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    refuseOutOfTurn(actor, issue, turn);
    const certificates = await this.openKey.certificatesOf(actor, keyId);
    const at = await officeTime(this.database);
    const { pdf, signature } = await this.toBeSigned.of(issue, turn.ordinal, at);
    const { toSign, digestAlgorithm } = await this.documentSigning.prepareSignature(pdf, { certificates, signature });
    const digest = createHash('sha256').update(toSign).digest('hex');
    return { toSign: Buffer.from(toSign).toString('base64'), digest, digestAlgorithm, at: at.toISOString() };
  }
}
