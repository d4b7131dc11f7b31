import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { ESIGN_PATH, type ESignBegun } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { DOCUMENT_SIGNING, type DocumentSigning } from '@patravali/signatures';
import { ESignService, officeTime } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { refuseOutOfTurn, ToBeSigned } from '../signing/to-be-signed';
import { Issue } from '../register/issue.entities';
import { LettersToSign } from '../signing/letters-to-sign';
import { enterESignRequest } from './esign-requests';

/** An officer whose turn it is goes to the eSign service, with the hash of the letter. Who asked, for which letter and when is kept until he comes back. */
@Injectable()
export class BeginESign {
  constructor(
    private readonly database: EntityManager,
    private readonly letters: LettersToSign,
    private readonly toBeSigned: ToBeSigned,
    private readonly service: ESignService,
    @Inject(DOCUMENT_SIGNING) private readonly documentSigning: DocumentSigning,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever does not sign it; `esign-not-configured`, `illegal-draft-move`, `not-your-turn`,
   * `signatory-changed`, and those of typesetter and store.
   */
  @Serves('beginESign')
  async execute(actor: Actor, issueId: string): Promise<ESignBegun> {
    const { organisationId } = actor;
    const turn = await this.letters.turn(actor, issueId);
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    const service = await this.service.get();
    refuseOutOfTurn(actor, issue, turn);
    const at = await officeTime(this.database);
    const { pdf, signature } = await this.toBeSigned.of(issue, turn.ordinal, at);
    const { documentHash } = await this.documentSigning.prepareSignature(pdf, { certificates: [], signature });
    const { redirectUrl, fields, transaction } = await service.begin({
      hash: documentHash,
      certificateHint: '',
      about: issue.number,
      returnUrl: `${this.config.publicUrl}${ESIGN_PATH}/${issueId}`,
    });
    await enterESignRequest(this.database, { organisationId, issueId, ordinal: turn.ordinal, transaction, at });
    return { url: redirectUrl, fields: Object.entries(fields).map(([name, value]) => ({ name, value })) };
  }
}
