import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { type LetterToSignView, TENURE_KINDS, type Unnamed } from '@patravali/contract';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { MarkingInBoth, postMarkingInBoth } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  LETTER_TO_SIGN_VIEW,
  LETTERS_TO_SIGN,
  SIGNED,
  SIGNED_LETTERS,
  signedFrom,
  TO_SIGN,
} from '../register/signing-rows';

/** Where the acting post stands among those who sign a letter. */
const TURN = projection(
  z.object({
    ordinal: z.int(),
    /** Whose name stands on the letter for this post, and in which capacity. */
    userId: z.uuid(),
    capacity: z.enum(TENURE_KINDS),
    signed: z.int(),
    of: z.int(),
    /** The marking of the post that signs next. */
    next: MarkingInBoth.nullable(),
  }),
  {
    ordinal: 'g.ordinal',
    userId: 'g.user_id',
    capacity: 'g.capacity',
    signed: SIGNED,
    of: TO_SIGN,
    next: `(SELECT ${postMarkingInBoth('o.post_id')} FROM letter_signatory o
      WHERE o.organisation_id = i.organisation_id AND o.issue_id = i.id AND o.ordinal = 1 + ${SIGNED})`,
  },
);
export type Turn = z.output<typeof TURN.row>;

/** Letters that wait for signatures, as their signatories see them: wherever the file is, and whoever may read it. */
@Injectable()
export class LettersToSign {
  constructor(
    private readonly database: EntityManager,
    @Inject(CONFIG) private readonly config: Pick<Config, 'timestamp' | 'eSign'>,
  ) {}

  /** @throws Refusal `not-found` for whoever does not sign it, and once it waits no more. */
  @Serves('getLetterToSign')
  async view(actor: Actor, issueId: string): Promise<Unnamed<LetterToSignView>> {
    const parameters = new Parameters();
    const [found] = await select(
      this.database,
      LETTER_TO_SIGN_VIEW.row,
      `SELECT ${LETTER_TO_SIGN_VIEW.columns} FROM ${LETTERS_TO_SIGN} WHERE ${ofActor(actor, issueId, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    const { timestamp, eSign } = this.config;
    return { ...found, stamped: timestamp !== undefined, eSign: eSign !== undefined };
  }

  /** Also of one that was issued or cancelled meanwhile. @throws Refusal `not-found` for whoever does not sign it. */
  async turn(actor: Actor, issueId: string): Promise<Turn> {
    const parameters = new Parameters();
    const [found] = await select(
      this.database,
      TURN.row,
      `SELECT ${TURN.columns} FROM ${SIGNED_LETTERS} WHERE ${ofActor(actor, issueId, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return found;
  }
}

const ofActor = (actor: Actor, issueId: string, parameters: Parameters): string =>
  [
    `g.organisation_id = ${parameters.bind(actor.organisationId)}`,
    `g.issue_id = ${parameters.bind(issueId)}`,
    `g.post_id = ${parameters.bind(actor.postId)}`,
    signedFrom(actor, parameters),
  ].join(' AND ');
