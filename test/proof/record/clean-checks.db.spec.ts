import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SealOldRows } from '@patravali/audit';
import { AS_SEALED, checkChains, checkRows } from '@patravali/ledger';
import { sealedTables } from '@patravali/schema';
import { lettersOfAFile } from '../../support/acts/every-act';
import { reportReturned } from '../../support/papers/reported-mail';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { type Doing, send } from '../../support/http/repetition';
import { runs } from '../../support/run/runs';
import { lifeOfAFile } from '../../support/tours/life-of-a-file';

const CHECKS = runs(50);
const LETTERS = runs(3);

/** A check that finds something where nothing is wrong is believed once, and then never again. */
describe('a check of the record while people work', () => {
  const api = useApi();
  const tables = sealedTables();
  let clerks: Clerks;
  /** Of letters that come in: written by the test, and sealed as what stood there before. */
  const documents: string[] = [];
  beforeAll(async () => {
    clerks = await appointClerks(api());
    for (let count = 0; count < LETTERS; count++) documents.push(await api().office.newDocument(clerks.clerk));
    await api().office.get(SealOldRows).execute();
    // Whom a test writes past the commands, no event names.
    jest.spyOn(api().office, 'linkOfficerOf').mockImplementation((officer) => Promise.resolve(officer));
  });
  afterAll(() => jest.restoreAllMocks());

  it(`finds nothing wrong, ${CHECKS} times`, async () => {
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    let acts = 0;
    const go: Doing = async (by, step) => {
      acts += 1;
      return (await send(api(), by, step, randomUUID())).body as Readonly<Record<string, unknown>>;
    };
    const work = async () => {
      const { office } = api();
      while (!isOver()) {
        const file = await openAFile(api(), clerks.clerk);
        for (const [who, step, otherBody] of lifeOfAFile(file, clerks))
          if (!isOver()) await go(clerks[who], step, otherBody);
        const documentId = documents.pop();
        if (isOver() || documentId === undefined) continue;
        const reported = (dispatchId: string) => reportReturned(office, dispatchId);
        const letters = await openAFile(api(), clerks.officer);
        await lettersOfAFile({ office, file: letters, documentId, headId: office.headId, reported }, clerks, go);
      }
    };
    const ended = new AbortController();
    const hasEnded = () => ended.signal.aborted;
    const working = work().finally(() => {
      ended.abort();
    });
    try {
      for (let check = 0; check < CHECKS; check++) {
        expect(await wrongNow()).toEqual([]);
        // Where checks are faster than acts they wait for them.
        while (!hasEnded() && acts <= check / 2) await sleep(2);
      }
    } finally {
      over.abort();
      await working.catch(() => undefined);
    }
    expect(acts).toBeGreaterThan(CHECKS / 2);
  }, 1_200_000);

  const wrongNow = () =>
    api().office.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query(AS_SEALED);
      const { wrong, wrongLines } = await checkRows(manager, tables, { isSealed: true });
      const { broken } = await checkChains(manager);
      return [...wrong, ...wrongLines, ...broken];
    });
});
