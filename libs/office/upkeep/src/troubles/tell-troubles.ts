import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { buildFacts, CONFIG, type Config, SCHEDULE } from '@patravali/config';
import { TROUBLES } from '@patravali/contract';
import { type Queue, select, type SqlRunner } from '@patravali/database';
import { OfficeMail } from '@patravali/dispatch';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { OfficeCondition } from '../condition/office-condition';
import { isOfOneMachine, troublesOf } from './troubles';
import { type PlacedTrouble, troubleWords } from './trouble-words';

export const TELL_TROUBLES: Queue = { name: 'tell-troubles', data: z.object({}), cron: SCHEDULE.tellTroubles };

/** What comes and goes is one trouble: it is over when it was not seen for so long. */
const QUIET = `INTERVAL '30 minutes'`;
const SENDER = 'office@patravali.invalid';
const THE_OFFICE = '';

const Told = z.object({
  trouble: z.enum(TROUBLES),
  place: z.string(),
  since: z.string(),
  told: z.boolean(),
  isOver: z.boolean(),
});
type Told = z.infer<typeof Told>;

/**
 * Mails the address that the office has named for it what troubles the office: once when a trouble has come, and once when it is over.
 * A mail that does not leave is tried again at the next look.
 */
@Injectable()
export class TellTroubles {
  private readonly logger = new Logger(TellTroubles.name);

  constructor(
    private readonly database: EntityManager,
    private readonly condition: OfficeCondition,
    private readonly mail: OfficeMail,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail' | 'publicUrl' | 'troubleMail'>,
  ) {}

  async execute(): Promise<void> {
    const { troubleMail: to, mail } = this.config;
    if (to === undefined || mail.kind === 'none') return;
    const machine = hostname();
    const found = troublesOf(await this.condition.ask()).map((trouble) => ({
      trouble,
      place: isOfOneMachine(trouble) ? machine : THE_OFFICE,
    }));
    const rows = await this.database.transaction((tx) => note(tx, found, [THE_OFFICE, machine]));
    const [came, went] = [rows.filter(({ told }) => !told), rows.filter(({ told, isOver }) => told && isOver)];
    if (came.length + went.length === 0) return;
    const words = troubleWords(came, went, { ...buildFacts(), publicUrl: this.config.publicUrl });
    try {
      await this.mail.send({ id: nameOf([...came, ...went]), to, from: SENDER, ...words });
    } catch (error) {
      this.logger.warn(
        `the mail about troubles did not leave: ${error instanceof Error ? error.message : String(error)}`,
      );
      return;
    }
    await this.database.transaction((tx) => noteTold(tx, came, went));
  }
}

/** Notes what is seen and what is not seen any more. @returns all that was or shall be told; what went before it was told is forgotten. */
async function note(tx: SqlRunner, found: readonly PlacedTrouble[], places: readonly string[]): Promise<Told[]> {
  const seen = `SELECT * FROM jsonb_to_recordset($1::jsonb) AS seen (trouble text, place text)`;
  await tx.query(`INSERT INTO told_trouble (trouble, place) ${seen} ON CONFLICT DO NOTHING`, [JSON.stringify(found)]);
  await tx.query(
    `UPDATE told_trouble SET gone_at = CASE WHEN (trouble, place) IN (${seen}) THEN NULL ELSE COALESCE(gone_at, office_now()) END
     WHERE place = ANY ($2)`,
    [JSON.stringify(found), places],
  );
  await tx.query('DELETE FROM told_trouble WHERE gone_at IS NOT NULL AND NOT told AND place = ANY ($1)', [places]);
  return await select(
    tx,
    Told,
    `SELECT trouble, place, since::text AS since, told, COALESCE(gone_at < office_now() - ${QUIET}, false) AS "isOver"
     FROM told_trouble WHERE place = ANY ($1) ORDER BY since, trouble`,
    [places],
  );
}

async function noteTold(tx: SqlRunner, came: readonly PlacedTrouble[], went: readonly PlacedTrouble[]): Promise<void> {
  const those = `(trouble, place) IN (SELECT * FROM jsonb_to_recordset($1::jsonb) AS those (trouble text, place text))`;
  await tx.query(`UPDATE told_trouble SET told = true WHERE ${those}`, [JSON.stringify(came)]);
  await tx.query(`DELETE FROM told_trouble WHERE ${those}`, [JSON.stringify(went)]);
}

/** The same mail, should it be sent again because the server's answer was lost. */
const nameOf = (troubles: readonly Told[]): string =>
  `trouble.${createHash('sha256').update(JSON.stringify(troubles)).digest('hex').slice(0, 32)}`;
