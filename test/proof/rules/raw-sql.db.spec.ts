import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt as CreateReceiptRequest } from '@patravali/contract';
import { CreateReceipt, ForwardReceipt } from '@patravali/dak';
import { ForwardFile } from '@patravali/movement';
import { Client, DatabaseError } from 'pg';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { Dice } from '../../../apps/office/src/demo/past/dice';
import { asApplication } from '../../support/database/database';
import { useOffice } from '../../support/office/office';
import { type Column, RandomStatements } from '../../support/database/random-statements';
import { FOR_GOOD, INVARIANTS, UPWARDS } from '../../support/walks/register-invariants';
import { runs } from '../../support/run/runs';
import { writeIssue } from '../../support/papers/written-letters';

/** A slice of them in every run of the tests. */
const STATEMENTS = runs(1) > 1 ? runs(10_000) : 2_000;
const LOOK_EVERY = 1_000;
const FILES = 6;

const office = useOffice({ holds: 'section' });

describe(`after ${STATEMENTS} random statements in the role of the application`, () => {
  const refusals = new Map<string, number>();
  let done = 0;
  let moved = 0;

  it(
    'every rule of the registers holds, and what was written stays',
    async () => {
      await fillOffice();
      const said = await whatIsSaid();
      let counts = await countsNow();
      const before = await office().rows('SELECT id FROM movement');
      expect(await broken()).toEqual([]);

      const statements = new RandomStatements(await office().rows<Column>(COLUMNS), new Dice('raw SQL'));
      const application = new Client({ connectionString: asApplication(office().config.databaseUrl) });
      await application.connect();
      try {
        await application.query('SELECT setseed(0.5)');
        for (let given = 0, look = LOOK_EVERY; given < STATEMENTS;) {
          const transaction = statements.next();
          given += transaction.length;
          await give(application, transaction);
          if (given < look && given < STATEMENTS) continue;
          look += LOOK_EVERY;
          expect(await broken()).toEqual([]);
          const now = await countsNow();
          expect([...counts].filter(([key, value]) => (now.get(key) ?? -1) < value)).toEqual([]);
          counts = now;
        }
      } finally {
        await application.end();
      }
      const stillSaid = await whatIsSaid();
      for (const [table, rows] of said)
        expect([table, rows.filter((row) => !stillSaid.get(table)?.includes(row))]).toEqual([table, []]);
      moved = (await office().rows('SELECT id FROM movement')).length - before.length;
    },
    runs(120_000),
  );

  it('not because nothing happened: statements were done, files moved with their line, and each rule had to refuse', () => {
    expect(done).toBeGreaterThan(STATEMENTS / 20);
    expect(moved).toBeGreaterThan(0);
    const rules = [
      'custody_agrees_with_file',
      'movement_moves_file',
      'custody_counts_upwards',
      'receipt_agrees_with_register',
    ];
    for (const rule of rules) expect([rule, refusals.get(rule) ?? 0]).not.toEqual([rule, 0]);
  });

  async function give(application: Client, transaction: readonly string[]): Promise<void> {
    try {
      await application.query('BEGIN');
      for (const statement of transaction) await application.query(statement);
      await application.query('COMMIT');
      done += transaction.length;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const rule = error.constraint ?? error.code ?? '';
      refusals.set(rule, (refusals.get(rule) ?? 0) + 1);
      await application.query('ROLLBACK');
    }
  }
});

/** Files that have moved with notes, letters on a desk and in a file, drafts and a letter that was issued. */
async function fillOffice(): Promise<void> {
  const [aso, so] = [office().at('ASO'), office().at('SO')];
  for (let file = 0; file < FILES; file++) {
    const { fileId } = await office().newFile(aso);
    await writeIssue(office(), { fileId, by: so, signatory: so, served: 1 });
    const [filed, marked] = [await diarise(aso), await diarise(aso)];
    await office().get(PutReceiptInFile).execute(aso, filed.id, { fileId, flag: null });
    const copied = { copyToPostIds: [office().at('US').postId, office().at('OTHER').postId] };
    if (file % 2)
      await office()
        .get(ForwardReceipt)
        .execute(aso, marked.id, { toPostId: so.postId, action: 'for_orders', ...copied });
    if (file % 2)
      await office()
        .get(ForwardFile)
        .execute(aso, fileId, {
          toPostId: so.postId,
          note: {
            text: written('प्रस्तुत।'),
            decision: null,
            kind: 'discussion',
            discussedWith: [office().at('US').postId, office().at('DS').postId],
          },
          confirmNote: true,
        });
  }
}

async function diarise(by: Actor) {
  const letter = {
    subject: 'अनुदान',
    senderName: 'जिला विद्यालय निरीक्षक',
    receivedOn: '2020-01-20',
    deliveryMode: 'post',
  };
  const documentId = await office().newDocument(by);
  return await office()
    .get(CreateReceipt)
    .execute(by, CreateReceiptRequest.parse({ ...letter, language: 'hi', documentId }));
}

async function whatIsSaid(): Promise<Map<string, string[]>> {
  const said = new Map<string, string[]>();
  for (const [table, sql] of Object.entries(FOR_GOOD)) {
    said.set(
      table,
      (await office().rows<{ said: string }>(sql)).map((row) => row.said),
    );
  }
  return said;
}

async function countsNow(): Promise<Map<string, number>> {
  const rows = await office().rows<{ key: string; value: number }>(UPWARDS);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Each rule that something breaks. */
async function broken(): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, sql] of Object.entries(INVARIANTS)) if ((await office().rows(sql)).length > 0) found.push(rule);
  return found;
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' AND a.attnum > 0
    AND NOT a.attisdropped
  ORDER BY 1, a.attnum`;
