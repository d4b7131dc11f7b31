import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { addressOnLetters, CONFIG, type Config } from '@patravali/config';
import type { LetterNumbered } from '@patravali/contract';
import { Jobs } from '@patravali/database';
import { MAKE_COPIES, PrepareToSign } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { OfficeSeal } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { DrawNumber } from './draw-number';

/**
 * Draws the number of an approved letter that its officers sign, and sets it: from then on it waits for their signatures, wherever
 * its file goes. One of which each addressee gets a copy of his own is made by a job, which nobody waits for. A draft that is
 * numbered already is only set, or its job is wanted once more.
 */
@Injectable()
export class NumberForSigning {
  constructor(
    private readonly numbering: DrawNumber,
    private readonly prepare: PrepareToSign,
    private readonly seal: OfficeSeal,
    private readonly jobs: Jobs,
    private readonly database: EntityManager,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'demo'>,
  ) {}

  /**
   * @throws Refusal of the draft's life cycle, `issued-elsewhere`, `letter-sealed`, `signed-from-signing-post`, `signatory-vacant`,
   * `signing-not-configured`, `seal-unfit`, `characters-not-printable`: then no number is drawn. `letter-unfinished`: it is drawn, and the letter
   * is not set yet.
   */
  @Serves('numberDraft')
  async execute(actor: Actor, draftId: string, ifMatch?: number): Promise<LetterNumbered> {
    const noKey = await this.seal.missing(actor.organisationId);
    const address = addressOnLetters(this.config);
    const { numbered, by, again } = await this.numbering.execute(actor, {
      draftId,
      ifMatch,
      noKey,
      address,
      as: 'numbered',
    });
    const { issueId, number, certified, ownCopies } = numbered;
    const { organisationId } = by;
    await this.numbering.finish(numbered, async () => {
      if (certified === 'signed') await this.prepare.execute(organisationId, issueId);
      if (again && ownCopies) await this.jobs.enqueue(this.database, MAKE_COPIES, { organisationId, issueId });
    });
    return { id: draftId, issueId, number };
  }
}
