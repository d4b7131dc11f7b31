import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  type CheckGenuine as CheckGenuineQuery,
  Day,
  GenuineLetter,
  Instant,
  issueCodeOf,
  LETTER_FORMS,
  WITHDRAWAL_KINDS,
} from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { joinDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { dayInIndia } from '@patravali/language';
import { Serves } from '@patravali/operations';
import { Letterhead, letterheadOf } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { IS_TRIAL, letterIsAsIssued, OWN_COPIES_ARE_AS_ISSUED, SEAL_REVOCATION } from '../register/as-issued';
import { joinWithdrawal, numberOnLetter } from '../register/issue-rows';
import { PUBLIC_SIGNATURES } from '../register/signing-rows';
import { initialsOf } from './initials';

/** No answer comes sooner, so that its time does not tell whether a code was looked up. Ten times what that takes. */
const ANSWERS_AFTER_MS = 250;

const LETTER = projection(
  z.object({
    number: z.string(),
    issuedOn: Day,
    form: z.enum(LETTER_FORMS),
    letterhead: Letterhead,
    signatures: GenuineLetter.shape.signatures,
    sealRevocation: GenuineLetter.shape.sealRevocation,
    trial: GenuineLetter.shape.trial,
    addressees: z.array(z.string()),
    /** The SHA-256 of each PDF that the office has made of it. */
    made: z.array(z.string()),
    withdrawn: z.enum(WITHDRAWAL_KINDS).nullable(),
    withdrawnAt: Instant.nullable(),
    laterNumber: z.string().nullable(),
  }),
  {
    number: numberOnLetter('i'),
    issuedOn: 'i.issued_on',
    form: 'i.form',
    letterhead: letterheadOf('i.organisation_id', 'i.unit_id'),
    signatures: PUBLIC_SIGNATURES,
    sealRevocation: SEAL_REVOCATION,
    trial: IS_TRIAL,
    addressees: `ARRAY(SELECT n.addressee ->> 'name' FROM issue_recipient n
      WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id AND NOT n.as_copy ORDER BY n.position)`,
    // The letter itself, and the own copy of each addressee: those that were issued, whatever is named in their place now.
    made: `CASE WHEN ${letterIsAsIssued('d.sha256')} THEN ARRAY[d.sha256] ELSE '{}' END
      || CASE WHEN ${OWN_COPIES_ARE_AS_ISSUED} THEN ARRAY(SELECT d.sha256 FROM issue_recipient n ${joinDocument('n.document_id')}
      WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id) ELSE '{}' END`,
    withdrawn: 'w.kind',
    withdrawnAt: 'w.at',
    laterNumber: numberOnLetter('later'),
  },
);
type Letter = z.output<typeof LETTER.row>;

/**
 * Confirms to anybody who has the code of a letter that this office has issued it, whether it still holds, and whether a PDF is
 * the one that was signed. A code that nobody has and one that was mistyped are answered alike, in words and in time; the second
 * does not reach the database. Codes are of all offices, since nobody who holds a letter knows how the office is called here.
 */
@Injectable()
export class CheckGenuine {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `code-unknown`, also for the code of a number whose letter was never made. */
  @Serves('checkGenuine')
  async execute({ code: typed, sha256 }: CheckGenuineQuery): Promise<GenuineLetter> {
    const [letter] = await Promise.all([this.find(issueCodeOf(typed)), sleep(ANSWERS_AFTER_MS)]);
    if (!letter) throw new Refusal('code-unknown');
    const { number, issuedOn, form, letterhead, signatures, sealRevocation, addressees, made, ...standing } = letter;
    const { withdrawn, withdrawnAt, laterNumber, trial } = standing;
    return {
      number,
      issuedOn,
      form,
      signatures,
      sealRevocation,
      laterNumber,
      office: letterhead.name,
      specimen: letterhead.demo,
      trial,
      addressees: addressees.map(initialsOf).filter((initials) => initials !== ''),
      standing: withdrawn ?? 'in_force',
      withdrawnOn: withdrawnAt && dayInIndia(withdrawnAt),
      same: sha256 === undefined ? null : made.includes(sha256.toLowerCase()),
    };
  }

  private async find(code: string | null): Promise<Letter | undefined> {
    if (code === null) return undefined;
    const [letter] = await select(
      this.database,
      LETTER.row,
      `SELECT ${LETTER.columns} FROM issue i ${joinDocument('i.document_id')}
       ${joinWithdrawal('LEFT JOIN')}
       WHERE i.code = $1 AND i.state = 'issued'`,
      [code],
    );
    return letter;
  }
}
