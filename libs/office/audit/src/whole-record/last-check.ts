import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { FoundWrong, Instant, PART_NAMES, type PartCounts, type RecordCheck } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { mayReadReceipt, RECEIPTS } from '@patravali/dak';
import { Parameters, projection, select, type SqlRunner } from '@patravali/database';
import { FILES } from '@patravali/files';
import { EVENTS } from '@patravali/ledger';
import { Serves } from '@patravali/operations';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';
import { RECORD_CHECKED } from './checked-record';

/** One night may fail. */
const OVERDUE = `INTERVAL '2 days'`;

/**
 * A `CheckedRecord`, or one of an earlier version, which looked at the whole record each time and said less. The number of what is
 * wrong depends on who asks, and is not in it.
 */
const Checked = z.object({
  whole: z.boolean().optional(),
  since: Instant.nullable().optional(),
  events: z.int(),
  entries: z.int(),
  parts: z.partialRecord(z.enum(PART_NAMES), z.int()).optional(),
  uncoveredSeconds: z.int().optional(),
  reached: z.object({ entries: z.int(), root: z.string() }).nullable().optional(),
  wrong: FoundWrong.extend({
    of: FoundWrong.shape.of.unwrap().omit({ number: true, numberHi: true }).nullable(),
  }).nullable(),
});

const last = (ofWhich: string) => `(SELECT k.at, k.data FROM ${EVENTS} k
  WHERE k.name = '${RECORD_CHECKED}' ${ofWhich} ORDER BY k.at DESC LIMIT 1)`;

/** What came of the last check of the record, for whoever audits the office: one statement. */
@Injectable()
export class LastCheck {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Refusal `not-allowed` for all but auditors. */
  @Serves('getRecordCheck')
  async execute(actor: Actor): Promise<RecordCheck> {
    refuseNonAuditor(actor);
    const parameters = new Parameters();
    const office = parameters.bind(actor.organisationId);
    const found = `(k.data #>> '{wrong,of,id}')::uuid`;
    const row = projection(
      z.object({
        at: Instant.nullable(),
        data: Checked.nullable(),
        number: z.string().nullable(),
        numberHi: z.string().nullable(),
        wholeAt: Instant.nullable(),
        overdue: z.boolean(),
      }),
      {
        at: 'k.at',
        data: 'k.data',
        // To whom a thing is not shown, it is not named either.
        number: `COALESCE(
          (SELECT f.number FROM ${FILES} WHERE f.id = ${found} AND ${mayReadFile(actor, parameters)}),
          (SELECT r.diary_number FROM ${RECEIPTS} WHERE r.id = ${found} AND ${mayReadReceipt(actor, parameters)}))`,
        numberHi: `(SELECT r.diary_number_hi FROM ${RECEIPTS} WHERE r.id = ${found} AND ${mayReadReceipt(actor, parameters)})`,
        wholeAt: `(SELECT max(w.at) FROM ${EVENTS} w WHERE w.organisation_id = ${office} AND w.name = '${RECORD_CHECKED}'
          AND w.data ->> 'whole' IS DISTINCT FROM 'false' AND jsonb_typeof(w.data -> 'wrong') = 'null')`,
        overdue: `COALESCE(k.at, first.at, office_now()) < office_now() - ${OVERDUE}`,
      },
    );
    const [check] = await select(
      this.dataSource,
      row.row,
      `SELECT ${row.columns} FROM (SELECT) one LEFT JOIN ${last(`AND k.organisation_id = ${office}`)} k ON true
       LEFT JOIN ${EVENTS} first
         ON first.organisation_id = ${office} AND first.subject_id = ${office} AND first.sequence = 1`,
      parameters.values,
    );
    return {
      last: check?.at && check.data ? toldOf(check.at, check.data, check) : null,
      wholeAt: check?.wholeAt ?? null,
      overdue: check?.overdue ?? false,
    };
  }
}

function toldOf(
  at: string,
  checked: z.infer<typeof Checked>,
  { number, numberHi }: { readonly number: string | null; readonly numberHi: string | null },
): RecordCheck['last'] {
  const { whole = true, since = null, events, entries, uncoveredSeconds = 0, wrong } = checked;
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, checked.parts?.[name] ?? 0])) as PartCounts;
  const of = wrong?.of ? { ...wrong.of, number, numberHi } : null;
  const told = wrong && { fault: wrong.fault, of, place: wrong.place };
  return { at, whole, since, events, entries, parts, uncoveredSeconds, wrong: told };
}

/** `wrong`: the last check found something. `unchecked`: none has come to its end for more than two days. */
export type RecordState = 'ready' | 'wrong' | 'unchecked';

/** Whether nothing has been checked for too long, though there was something to check. */
export async function isCheckOverdue(database: SqlRunner): Promise<boolean> {
  const [found] = await select(
    database,
    z.object({ overdue: z.boolean() }),
    `SELECT NOT EXISTS (SELECT FROM ${last('')} k WHERE k.at >= office_now() - ${OVERDUE})
       AND EXISTS (SELECT FROM ${EVENTS} k WHERE k.at < office_now() - ${OVERDUE}) AS overdue`,
  );
  return found?.overdue === true;
}

/** How the record was when it was checked last: asked by supervisors, of whom nobody knows from which office. */
export async function stateOfRecord(database: SqlRunner): Promise<RecordState> {
  const [check] = await select(
    database,
    z.object({ wrong: z.boolean(), overdue: z.boolean() }),
    `SELECT jsonb_typeof(k.data -> 'wrong') = 'object' AS wrong, k.at < office_now() - ${OVERDUE} AS overdue
     FROM ${last('')} k`,
  );
  if (check?.wrong) return 'wrong';
  return check?.overdue === false ? 'ready' : 'unchecked';
}
