import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DraftIssued, FileCreated, NumberHead, Page } from '@patravali/contract';
import { Client as Database } from 'pg';
import { Client } from '../support/journeys/client';
import { aTypesetLetter } from '../support/journeys/letter';
import { factOf, openOffice, RunningOffice } from '../support/processes/running-office';
import { runs } from '../support/run/runs';
import { mountSmallDisk, type SmallDisk } from '../support/processes/small-disk';
import { expectAgreement } from './agreement';
import { countBooks, documentsWithoutBytes, gapsInNumbers, lettersHalfIssued } from './books';
import { FAULTS } from './faults';
import {
  Acknowledged,
  approveLetter,
  copyLetter,
  copyLetters,
  createFiles,
  diariseLetters,
  forwardToAndFro,
  issueLetters,
  sendLettersAgain,
  signLetters,
} from './streams';

const BETWEEN_KILLS_MS = 1_000;
/** Twelve in `npm test`, sixty in `npm run proof`, as many as one likes with KILLS. */
const KILLS = Number(process.env.KILLS ?? (runs(1) > 1 ? 60 : 12));
/** For one fault and the way back from it, on a machine that other suites leave a small share. */
const KILL_MS = 30_000;
const DISK_BYTES = 900 * 1024 * 1024;
const FILES_TO_AND_FRO = 4;
/** They take some seconds. */
const MANY_COPIES = 200;

describe('An office that is killed, cut off, robbed of its store and out of disk in the middle of the work', () => {
  let office: RunningOffice;
  let disk: SmallDisk | null;
  let url = '';

  beforeAll(async () => {
    disk = mountSmallDisk(DISK_BYTES);
    const opened = await openOffice(disk ? { dataFolder: join(disk.folder, 'data') } : {});
    ({ office, url } = opened);
  }, 300_000);
  afterAll(async () => {
    await office.stop();
    disk?.unmount();
  }, 60_000);

  const startAgain = async () => {
    await office.end();
    const { port } = new URL(url);
    office = new RunningOffice({ dataFolder: office.dataFolder, environment: { PORT: port } });
    await office.url();
  };

  it(
    'has lost nothing that it acknowledged, and done nothing twice',
    async () => {
      const signIn = (username: string, marking?: string) => Client.signIn(() => url, username, marking);
      const [clerk, colleague] = [await signIn('vinod'), await signIn('pooja')];
      const [officer, registry] = [await signIn('sunita', 'AO(EST)'), await signIn('ramesh')];
      const superior = await signIn('nandita', 'COMM');
      const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
      if (!head) throw new Error('The demo office has no number heads');
      const pdf = new Uint8Array(await aTypesetLetter());
      const before = await withDatabase(countBooks);

      let over = false;
      const acknowledged = new Acknowledged();
      const work = { acknowledged, head, isOver: () => over };
      const streams = [
        ...Array.from({ length: FILES_TO_AND_FRO }, () => forwardToAndFro(work, clerk, colleague)),
        createFiles(work, clerk),
        createFiles(work, colleague),
        issueLetters(work, officer),
        signLetters(work, officer, superior),
        copyLetters(work, officer),
        diariseLetters(work, registry, pdf),
        sendLettersAgain(work, officer, colleague),
      ];
      const kills = async () => {
        for (const fault of Array.from({ length: KILLS }, (_, index) => FAULTS[index % FAULTS.length])) {
          await moreHasHappened(acknowledged);
          await sleep(BETWEEN_KILLS_MS);
          await fault?.strike({ office, disk, startAgain, withDatabase });
        }
        await moreHasHappened(acknowledged);
        over = true;
      };
      // One that fails ends the rest: there is nothing more to wait for.
      await Promise.all([kills(), ...streams]).finally(() => (over = true));

      await withDatabase(async (database) => {
        await expectAgreement(database, { acknowledged, before, dataFolder: office.dataFolder });
        const forwards = [...acknowledged.forwards.values()].flat().length;
        expect(Math.min(forwards, acknowledged.issues, acknowledged.receipts)).toBeGreaterThan(0);
      });
    },
    KILLS * KILL_MS,
  );

  it('finishes under its number a letter whose server was killed after it was numbered, and once only', async () => {
    const officer = await Client.signIn(() => url, 'sunita', 'AO(EST)');
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const file = { headId: head?.id, subject: 'विद्युत आपूर्ति' };
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: file });
    // Another one first, so that the typesetter runs; it is stopped as it is, and answers nothing.
    await officer.ask<DraftIssued>('issueDraft', { params: { draftId: await approveLetter(officer, fileId) } });
    const draftId = await approveLetter(officer, fileId);
    const api = office.apiProcess();
    const typesetters = factOf(`${api}/task/${api}`, 'children').split(' ').filter(Boolean).map(Number);
    for (const typesetter of typesetters) process.kill(typesetter, 'SIGSTOP');
    const issuing = officer.ask<DraftIssued>('issueDraft', { params: { draftId } });
    await withDatabase(async (database) => {
      const numbered = async () =>
        (
          await database.query<{ number: string; state: string }>(
            'SELECT number, state FROM issue WHERE draft_id = $1',
            [draftId],
          )
        ).rows;
      while ((await numbered()).length === 0) await sleep(20);
      const [drawn] = await numbered();
      expect(drawn?.state).toBe('numbered');
      for (const victim of [api, ...typesetters]) process.kill(victim, 'SIGKILL');
      expect((await issuing).number).toBe(drawn?.number);
      expect(await numbered()).toEqual([{ ...drawn, state: 'issued' }]);
      expect(await lettersHalfIssued(database)).toEqual([]);
      expect(await gapsInNumbers(database)).toEqual([]);
    });
  }, 120_000);

  it('makes every copy of a letter whose server was killed while it made them, and issues it once', async () => {
    const officer = await Client.signIn(() => url, 'sunita', 'AO(EST)');
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const file = { headId: head?.id, subject: 'विद्युत आपूर्ति' };
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: file });
    const making = copyLetter(officer, fileId, MANY_COPIES);
    await withDatabase(async (database) => {
      const count = async (sql: string) => (await database.query<{ count: number }>(sql, [fileId])).rows[0]?.count ?? 0;
      const numbered = `SELECT count(*)::int FROM issue WHERE file_id = $1 AND state = 'numbered'`;
      const taken = `SELECT count(*)::int FROM pgboss.job j JOIN issue i ON i.id::text = j.data ->> 'issueId'
        WHERE i.file_id = $1 AND j.name = 'make-copies' AND j.state = 'active'`;
      while ((await count(taken)) === 0) await sleep(20);
      // It is killed while it makes copies: of those nobody is told before all are there.
      await sleep(200);
      expect(await count(numbered)).toBe(1);
      process.kill(office.apiProcess(), 'SIGKILL');
      const { issueId } = await making;
      const copies = await database.query(
        'SELECT FROM issue_recipient WHERE issue_id = $1 AND document_id IS NOT NULL',
        [issueId],
      );
      expect(copies.rowCount).toBe(MANY_COPIES);
      expect(await lettersHalfIssued(database)).toEqual([]);
      expect(await gapsInNumbers(database)).toEqual([]);
      expect(await documentsWithoutBytes(database, office.dataFolder)).toEqual([]);
    });
  }, 180_000);

  /** As its owner, at the address that the launcher noted. */
  async function withDatabase<T>(read: (database: Database) => Promise<T>): Promise<T> {
    const noted = JSON.parse(readFileSync(join(office.dataFolder, 'running.json'), 'utf8')) as { databaseUrl: string };
    const database = new Database({ connectionString: noted.databaseUrl });
    await database.connect();
    try {
      return await read(database);
    } finally {
      await database.end();
    }
  }
});

/** The office works again: something was acknowledged since. */
async function moreHasHappened(acknowledged: Acknowledged): Promise<void> {
  const then = acknowledged.commands;
  while (acknowledged.commands === then) await sleep(20);
}
