import { setTimeout as pause } from 'node:timers/promises';
import type { BulkActDone } from '@patravali/contract';
import { MakeNotices } from '@patravali/notices';
import { MakeSnapshot } from '@patravali/records';
import { copyStands } from '../../support/office/copy-stands';
import { useOffice } from '../../support/office/office';
import { Desks, RACES, sharedOut } from '../../support/tours/races-of-files';
import { RegistersOfOneOffice } from '../../support/walks/registers-of-one-office';
import { runs } from '../../support/run/runs';
import { outcomeOf, TwoProcesses } from '../../support/processes/two-processes';

const ROUNDS = runs(8);
const ITEMS = 6;
const MAKING_EVERY_MS = 150;
const TOLD_WITHIN_MS = 15_000;
/** Which events tell the person on the post where it arrives, each by one notice. */
const TELLING = [
  'file.forwarded',
  'file.recalled',
  'file.recall_asked',
  'consultation.answered',
  'consultation.returned',
];

describe('acts on one file at the same moment, at two processes', () => {
  let processes: TwoProcesses | undefined;
  let desks: Desks;
  let registers: RegistersOfOneOffice | undefined;
  /** Two that make notices of what happens, at the same time. */
  let making: Promise<void>[] = [];
  let ended = false;
  afterAll(async () => {
    ended = true;
    await Promise.all(making);
    await processes?.end();
    registers?.end();
  });
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    processes = await TwoProcesses.begin(office());
    const [{ later } = { later: '' }] = await office().rows<{ later: string }>(
      'SELECT next_working_day($1, india_today() + 5)::text AS later',
      [office().id],
    );
    const copies = { stands: (consultedId: string) => copyStands(office(), consultedId), made: snapshotOf };
    desks = new Desks(processes, (marking) => office().at(marking), office().headId, copies, later);
    registers = await RegistersOfOneOffice.begin(office().owner, office().id);
    const makers = [office().app, await office().start()].map((app) => app.get(MakeNotices, { strict: false }));
    making = makers.map(async (maker) => {
      while (!ended) {
        await maker.execute();
        await pause(MAKING_EVERY_MS);
      }
    });
  }, 120_000);

  const snapshotOf = async (consultedId: string) => {
    const find = `SELECT c.organisation_id AS "organisationId", c.id, c.document_id AS "documentId" FROM consultation c
      JOIN consulted_post p ON p.consultation_id = c.id WHERE p.id = $1`;
    const found = async () => {
      const [row] = await office().rows<{ organisationId: string; id: string; documentId: string }>(find, [
        consultedId,
      ]);
      return row ?? { organisationId: '', id: '', documentId: '' };
    };
    await office()
      .get(MakeSnapshot)
      .execute(await found(), { last: true });
    return (await found()).documentId;
  };
  /** How many events people have caused. */
  const events = async () => {
    const sql = `SELECT count(*)::int AS n FROM event WHERE organisation_id = $1 AND subject_kind = 'file' AND user_id IS NOT NULL`;
    return (await office().rows<{ n: number }>(sql, [office().id]))[0]?.n ?? 0;
  };
  const deadlocks = async () => {
    const sql = 'SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()';
    return (await office().rows<{ n: number }>(sql))[0]?.n;
  };
  /** Both processes show the files alike, and the registers agree with each other. */
  const agree = async (files: readonly string[]) => {
    const reader = office().at('DS');
    for (const file of files)
      for (const what of ['', '/movements', '/notes', '/history'])
        await desks.processes.shown(reader, `/files/${file}${what}`);
    expect(await registers?.broken()).toEqual([]);
  };

  it.each(Object.entries(RACES))(
    '%s',
    async (name, { lawful, seldom = 1, prepare }) => {
      const outcomes = new Map<string, number>();
      for (let round = 0; round < ROUNDS / seldom; round++) {
        const { acts, files } = await prepare(desks);
        const before = await events();
        const [one, two] = (await desks.processes.atOnce(round, acts)).map(outcomeOf);
        const outcome = `${one} / ${two}`;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        expect(lawful).toContain(outcome);
        const done = [one, two].filter((each, act) => each === 'done' && acts[act]?.method !== 'GET').length;
        expect([outcome, (await events()) - before]).toEqual([outcome, done]);
        await agree(files);
      }
      process.stdout.write(`${name}: ${[...outcomes].map(([what, times]) => `${what} ${times}`).join(', ')}\n`);
    },
    runs(60_000),
  );

  it.each([
    ['forwarding against forwarding', (postId: string) => ({ kind: 'forward', toPostId: postId })],
    ['forwarding against parking', () => ({ kind: 'park', until: desks.later })],
  ])(
    'several files at once: %s them',
    async (name, second) => {
      const shares: string[] = [];
      for (let round = 0; round < ROUNDS / 2; round++) {
        const files = await Promise.all(Array.from({ length: ITEMS }, () => desks.opened()));
        const before = await events();
        const told = await desks.processes.atOnce(round, [
          desks.bulk(files, { kind: 'forward', toPostId: desks.superior.postId }),
          desks.bulk([...files].reverse(), second(desks.other.postId)),
        ]);
        expect(told.map(outcomeOf)).toEqual(['done', 'done']);
        const [one, two] = told.map(({ body }) => body as BulkActDone);
        if (!one || !two) throw new Error('Nobody answered');
        const shared = sharedOut(one, two);
        expect(shared).toMatchObject({ one: expect.any(Number) as number, unlawful: [] });
        shares.push(`${shared.one}:${shared.two}`);
        expect((await events()) - before).toBe(ITEMS);
        await agree(files);
      }
      process.stdout.write(`Several files, ${name}: ${shares.join(' ')}\n`);
    },
    runs(60_000),
  );

  it('and each person was told once of what came to them, and nobody stood in a deadlock', async () => {
    const told = () =>
      office().rows<{ name: string; notices: number; events: number }>(
        `SELECT name, notices, count(*)::int AS events FROM (
           SELECT e.name, (SELECT count(*)::int FROM notice n WHERE n.cause_id = e.id
             AND n.user_id = (SELECT t.user_id FROM tenure t WHERE t.post_id = (e.data->>'toPostId')::uuid)) AS notices
           FROM event e WHERE e.organisation_id = $1 AND e.name = ANY ($2)) told
         WHERE notices <> 1 GROUP BY 1, 2`,
        [office().id, TELLING],
      );
    const begun = Date.now();
    while ((await told()).length > 0 && Date.now() - begun < TOLD_WITHIN_MS) await pause(100);
    expect(await told()).toEqual([]);
    expect(await deadlocks()).toBe(0);
    // An opinion that came while the file was being parked for it was not missed.
    const waiting = `SELECT file_id FROM file_custody WHERE parked_for = 'consultation_answered' AND opinions_awaited = 0`;
    expect(await office().rows(waiting)).toEqual([]);
  }, 60_000);
});
