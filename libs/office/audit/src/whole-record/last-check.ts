import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { FoundWrong, Instant, type RecordCheck } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { mayReadReceipt, RECEIPTS } from '@patravali/dak';
import { Parameters, projection, select, type SqlRunner } from '@patravali/database';
import { FILES } from '@patravali/files';
import { EVENTS } from '@patravali/ledger';
import { Serves } from '@patravali/operations';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';
import { RECORD_CHECKED } from './nightly-check';

/** One night may fail. */
const OVERDUE = `INTERVAL '2 days'`;

/** A `CheckedRecord`: the number of what is wrong depends on who asks, and is not in it. */
const Checked = z.object({
  events: z.int(),
  entries: z.int(),
  notes: z.int(),
  letters: z.int(),
  approvals: z.int(),
  wrong: FoundWrong.extend({ of: FoundWrong.shape.of.unwrap().omit({ number: true }).nullable() }).nullable(),
});

const last = (ofWhich: string) => `(SELECT k.at, k.data FROM ${EVENTS} k
  WHERE k.name = '${RECORD_CHECKED}' ${ofWhich} ORDER BY k.at DESC LIMIT 1)`;

/** What came of the last check of the whole record, for whoever audits the office: one statement. */
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
        overdue: z.boolean(),
      }),
      {
        at: 'k.at',
        data: 'k.data',
        // To whom a thing is not shown, it is not named either.
        number: `COALESCE(
          (SELECT f.number FROM ${FILES} WHERE f.id = ${found} AND ${mayReadFile(actor, parameters)}),
          (SELECT r.diary_number FROM ${RECEIPTS} WHERE r.id = ${found} AND ${mayReadReceipt(actor, parameters)}))`,
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
      last: check?.at && check.data ? toldOf(check.at, check.data, check.number) : null,
      overdue: check?.overdue ?? false,
    };
  }
}

function toldOf(at: string, { events, entries, wrong }: z.infer<typeof Checked>, number: string | null) {
  const of = wrong?.of ? { ...wrong.of, number } : null;
  return { at, events, entries, wrong: wrong && { fault: wrong.fault, of, place: wrong.place } };
}

/** `wrong`: the last check found something. `unchecked`: none has come to its end for more than two days. */
export type RecordState = 'ready' | 'wrong' | 'unchecked';

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
