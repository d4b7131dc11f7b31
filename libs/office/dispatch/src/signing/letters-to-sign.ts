import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { Instant, type LetterToSignView, TENURE_KINDS, type Unnamed } from '@patravali/contract';
import { Parameters, projection, select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { postMarking } from '@patravali/organisation';
import { type Sha256, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  ALL_SIGNED,
  LETTER_TO_SIGN_VIEW,
  LETTERS_TO_SIGN,
  SIGNED,
  SIGNED_LETTERS,
  signedFrom,
  TO_SIGN,
} from './signing-rows';

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
    next: z.string().nullable(),
  }),
  {
    ordinal: 'g.ordinal',
    userId: 'g.user_id',
    capacity: 'g.capacity',
    signed: SIGNED,
    of: TO_SIGN,
    next: `(SELECT ${postMarking('o.post_id')} FROM letter_signatory o
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

/** The bytes of a letter as they stand: unsigned, or with its last signature. */
export interface StandingPdf {
  readonly sha256: Sha256;
  readonly size: number;
}

const STANDING = z.object({ sha256: z.string().nullable(), size: z.int().nullable() });

/** Null until it is set. */
export async function standingPdf(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<StandingPdf | null> {
  const [standing] = await select(
    database,
    STANDING,
    `SELECT COALESCE(s.sha256, i.unsigned_sha256) AS sha256, COALESCE(s.size, i.unsigned_size) AS size FROM issue i
     LEFT JOIN letter_signature s ON s.organisation_id = i.organisation_id AND s.issue_id = i.id
     WHERE i.organisation_id = $1 AND i.id = $2 ORDER BY s.ordinal DESC NULLS LAST LIMIT 1`,
    [organisationId, issueId],
  );
  if (standing?.sha256 == null || standing.size === null) return null;
  return { sha256: toSha256(standing.sha256), size: standing.size };
}

/** What all of its officers have signed. */
export interface SignedByAll extends StandingPdf {
  readonly pages: number;
  /** When the last of them did. */
  readonly at: Date;
}

const SIGNED_BY_ALL = z.object({ sha256: z.string(), size: z.int(), pages: z.int(), at: Instant });

/** Null while a signature is missing. */
export async function signedByAll(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<SignedByAll | null> {
  const [signed] = await select(
    database,
    SIGNED_BY_ALL,
    `SELECT s.sha256, s.size, s.pages, s.at FROM issue i
     JOIN letter_signature s ON s.organisation_id = i.organisation_id AND s.issue_id = i.id
     WHERE i.organisation_id = $1 AND i.id = $2 AND ${ALL_SIGNED} ORDER BY s.ordinal DESC LIMIT 1`,
    [organisationId, issueId],
  );
  return signed ? { ...signed, sha256: toSha256(signed.sha256), at: new Date(signed.at) } : null;
}

/** Whether officers sign this letter. */
export async function hasSignatories(database: SqlRunner, organisationId: string, issueId: string): Promise<boolean> {
  const found = await select(
    database,
    z.object({ ordinal: z.int() }),
    'SELECT ordinal FROM letter_signatory WHERE organisation_id = $1 AND issue_id = $2 LIMIT 1',
    [organisationId, issueId],
  );
  return found.length > 0;
}

/** How many have signed, within a command that holds the letter. */
export async function signaturesOf(database: SqlRunner, organisationId: string, issueId: string): Promise<number> {
  const [counted] = await select(
    database,
    z.object({ count: z.int() }),
    'SELECT count(*)::int AS count FROM letter_signature WHERE organisation_id = $1 AND issue_id = $2',
    [organisationId, issueId],
  );
  return counted?.count ?? 0;
}

/**
 * Which of these contents letters have that wait for signatures. The issued letter begins with all of them, so they go once it
 * is issued.
 */
export async function hashesOfUnsigned(database: SqlRunner, batch: readonly Sha256[]): Promise<readonly Sha256[]> {
  const rows = await select(
    database,
    z.object({ sha256: z.string() }),
    `SELECT i.unsigned_sha256 AS sha256 FROM issue i WHERE i.state = 'numbered' AND i.unsigned_sha256 = ANY ($1)
     UNION SELECT s.sha256 FROM letter_signature s JOIN issue i ON i.organisation_id = s.organisation_id AND i.id = s.issue_id
     WHERE i.state = 'numbered' AND s.sha256 = ANY ($1)`,
    [[...batch]],
  );
  return rows.map(({ sha256 }) => toSha256(sha256));
}
