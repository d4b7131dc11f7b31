import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { Instant, type LastBackup } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { EVENTS } from '@patravali/ledger';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import { BACKED_UP } from './record-backup';

/** Of the organisation with this id: few events are of itself, and the last are looked at first. */
const lastOf = (organisationId: string) => `(SELECT k.at, k.data FROM ${EVENTS} k
  WHERE k.organisation_id = ${organisationId} AND k.subject_id = ${organisationId} AND k.name = '${BACKED_UP}'
  ORDER BY k.sequence DESC LIMIT 1)`;

const isOld = (at: string, days: string) => `${at} < office_now() - make_interval(days => ${days}::int)`;

/** When the office was last backed up, for whoever looks after it: one statement. */
@Injectable()
export class LastBackupQuery {
  constructor(
    private readonly database: EntityManager,
    @Inject(CONFIG) private readonly config: Pick<Config, 'backupDays'>,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('getLastBackup')
  async execute(actor: Actor): Promise<LastBackup> {
    refuseNonAdministrator(actor);
    const { backupDays } = this.config;
    const row = projection(z.object({ at: Instant, documents: z.int(), withKey: z.boolean(), old: z.boolean() }), {
      at: 'b.at',
      documents: `(b.data ->> 'documents')::int`,
      withKey: `(b.data ->> 'withKey')::boolean`,
      old: isOld('b.at', '$2'),
    });
    const [found] = await select(this.database, row.row, `SELECT ${row.columns} FROM ${lastOf('$1')} b`, [
      actor.organisationId,
      backupDays,
    ]);
    if (!found) return { last: null, overdue: backupDays > 0 };
    const { old, ...last } = found;
    return { last, overdue: backupDays > 0 && old };
  }
}

/** `old`: longer ago than the office has set. `never`: of an organisation there is none. `unwatched`: the office wants no reminder. */
export type BackupState = 'ready' | 'old' | 'never' | 'unwatched';

/** How many seconds ago the office was backed up: of all organisations the one that waits longest. Null where one never was. */
export async function ageOfBackup(database: SqlRunner): Promise<number | null> {
  const found = await select(
    database,
    z.object({ seconds: z.number().nullable() }),
    `SELECT EXTRACT(EPOCH FROM office_now() - b.at)::float8 AS seconds
     FROM organisation LEFT JOIN LATERAL ${lastOf('organisation.id')} b ON true`,
  );
  const ages = found.map(({ seconds }) => seconds ?? Infinity);
  return ages.length > 0 && ages.every(Number.isFinite) ? Math.max(...ages) : null;
}

/** Asked by supervisors, of whom nobody knows from which office: of all, the worst. */
export async function stateOfBackup(
  database: SqlRunner,
  { backupDays }: Pick<Config, 'backupDays'>,
): Promise<BackupState> {
  if (backupDays === 0) return 'unwatched';
  const found = await select(
    database,
    z.object({ old: z.boolean().nullable() }),
    `SELECT ${isOld('b.at', '$1')} AS old FROM organisation LEFT JOIN LATERAL ${lastOf('organisation.id')} b ON true`,
    [backupDays],
  );
  if (found.length === 0 || found.some(({ old }) => old === null)) return 'never';
  return found.some(({ old }) => old) ? 'old' : 'ready';
}
