import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { refuseSettled } from '../register/refuse-settled';
import type { LetterData } from '../page/letter-data';
import { enterUnsigned, standingPdf, type ToSignPdf } from '../register/standing-pdf';
import { Issue } from '../register/issue.entities';
import { PrintLetter } from './print-letter';

/** The PDF of a numbered letter before its signatures: set and stored once, while nothing is held. */
@Injectable()
export class PrepareToSign {
  constructor(
    private readonly database: EntityManager,
    private readonly printLetter: PrintLetter,
  ) {}

  /**
   * The letter as it stands: any number may ask at once, and all get the bytes of whoever was first.
   * @throws Refusal `illegal-draft-move` for a number that was cancelled, and those of typesetter and store.
   */
  async execute(organisationId: string, issueId: string): Promise<ToSignPdf> {
    const standing = await standingPdf(this.database, organisationId, issueId);
    if (standing) return standing;
    const { state, letter } = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    if (state === 'cancelled') refuseSettled(state);
    // Written by `numberLetter`, and by nobody else.
    const printed = await this.printLetter.unsigned(letter as LetterData);
    await enterUnsigned(this.database, { organisationId, issueId }, printed);
    const entered = await standingPdf(this.database, organisationId, issueId);
    if (entered) return entered;
    refuseSettled('cancelled');
    throw new Error(`The letter ${issueId} was set, and is not there`);
  }
}
