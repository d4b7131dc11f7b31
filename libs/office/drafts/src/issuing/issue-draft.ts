import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { addressOnLetters, CONFIG, type Config } from '@patravali/config';
import type { DraftIssued } from '@patravali/contract';
import { FinishIssue } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { OfficeSeal } from '@patravali/signing';
import { DrawNumber } from './draw-number';

/**
 * Issues an approved draft in two steps: it is numbered, then made. When the second one fails, the letter stays numbered:
 * the same request finishes it, as does a job. A draft that is numbered already is only finished.
 */
@Injectable()
export class IssueDraft {
  constructor(
    private readonly numbering: DrawNumber,
    private readonly seal: OfficeSeal,
    private readonly finishIssue: FinishIssue,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'demo'>,
  ) {}

  /**
   * @throws Refusal of the draft's life cycle, `issued-elsewhere`, `letter-to-be-signed`, `letter-has-copies`, `signing-not-configured`, `seal-unfit`,
   * `characters-not-printable`: then no number is drawn. `letter-unfinished`: it is drawn, and the letter is not made yet.
   */
  @Serves('issueDraft')
  async execute(actor: Actor, draftId: string, ifMatch?: number): Promise<DraftIssued> {
    const noKey = await this.seal.missing(actor.organisationId);
    const address = addressOnLetters(this.config);
    const { numbered, by } = await this.numbering.execute(actor, { draftId, ifMatch, noKey, address, as: 'issued' });
    return await this.numbering.finish(numbered, () => this.finishIssue.execute(by, numbered.issueId));
  }
}
