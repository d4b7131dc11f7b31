import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type AskAsOf, FileAsOf, type Unnamed } from '@patravali/contract';
import { lettersUntil } from '@patravali/correspondence';
import { CUSTODY, mayReadFile, movementsAs } from '@patravali/custody';
import { isoInstant, midnightInIndia, Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import { notesUntil } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isToCome, refuseDayToCome } from '../scope/refuse-day-to-come';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';

/** The file as it stood when a day ended in India, by what is final of it: one statement, and one more of a file graded above normal. */
@Injectable()
export class FileAsOfQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file; `not-allowed` for all but auditors; `date-in-future`. */
  @Serves('getFileAsOf')
  async execute(actor: Actor, fileId: string, { day }: AskAsOf): Promise<Unnamed<FileAsOf>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const end = midnightInIndia(`${bind(day)}::date + 1`);
    const asOf = projection(
      FileAsOf.omit({ day: true, posts: true }).extend({ graded: z.boolean(), toCome: z.boolean() }),
      {
        stood: `(SELECT json_build_object('kind', m.kind, 'holder', m.to_post_id, 'since', ${isoInstant('m.at')})
        FROM ${movementsAs('m')} WHERE m.organisation_id = c.organisation_id AND m.file_id = c.file_id AND m.at < ${end}
        ORDER BY m.sequence DESC LIMIT 1)`,
        notes: notesUntil('c.organisation_id', 'c.file_id', end),
        letters: lettersUntil('c.organisation_id', 'c.file_id', end),
        graded: `c.grading <> 'normal'`,
        toCome: isToCome(bind(day)),
      },
    );
    const [found] = await select(
      this.database,
      asOf.row,
      `SELECT ${asOf.columns} FROM ${CUSTODY} WHERE c.file_id = ${bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    refuseNonAuditor(actor);
    const { graded, toCome, ...asItStood } = found;
    refuseDayToCome(toCome);
    if (graded) await countReading(this.database, actor, { item: { kind: 'file', id: fileId }, act: 'opened' });
    return { day, ...asItStood };
  }
}
