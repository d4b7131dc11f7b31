import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { addressOnLetters, CONFIG, type Config } from '@patravali/config';
import type { LetterNumbered } from '@patravali/contract';
import { DrawNumber } from './draw-number';
import { PrepareToSign } from './prepare-to-sign';

/**
 * Draws the number of an approved letter that its officers sign, and sets it: from then on it waits for their signatures, wherever
 * its file goes. A draft that is numbered already is only set.
 */
@Injectable()
export class NumberForSigning {
  constructor(
    private readonly numbering: DrawNumber,
    private readonly prepare: PrepareToSign,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'demo'>,
  ) {}

  /**
   * @throws Refusal of the draft's life cycle, `issued-elsewhere`, `letter-sealed`, `signed-from-signing-post`, `signatory-vacant`,
   * `characters-not-printable`: then no number is drawn. `letter-unfinished`: it is drawn, and the letter is not set yet.
   */
  async execute(actor: Actor, draftId: string, ifMatch?: number): Promise<LetterNumbered> {
    const address = addressOnLetters(this.config);
    const { numbered, by } = await this.numbering.execute(actor, {
      ...{ draftId, ifMatch, noKey: null, address, as: 'signed' },
    });
    const { issueId, number } = numbered;
    await this.numbering.finish(numbered, () => this.prepare.execute(by.organisationId, issueId));
    return { id: draftId, issueId, number };
  }
}
