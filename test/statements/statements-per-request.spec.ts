import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationEntry, type OperationId, OPERATIONS } from '@patravali/contract';
import { useApi } from '../support/http/api';
import type { Counted } from '../support/database/counted-statements';
import { ESignOffice } from '../support/signing/esign-office';
import { fileJson } from '../support/sources/sources';
import { EveryOperation } from './every-operation';
import { isList, readAll, readPages, type Reading } from './every-reading';
import { setUp } from './set-up';
import { signIns } from './sign-ins';
import { signedByESign } from './signed-by-esign';

const TABLE = 'test/statements/statements-per-request.json';
const WRITE_ANEW = 'STATEMENTS=write npm test -- test/statements';

/** How many statements a request sends, in how many round trips: `13 in 5`; several where it depends on what is asked. */
type Table = Record<string, string | string[]>;

describe('the statements that a request sends to the database', () => {
  const eSign = new ESignOffice();
  const api = useApi({ config: { eSign: eSign.eSign } });
  const empty = useApi({ holds: 'nothing', config: { demo: false } });
  let every: EveryOperation;
  let few: Reading[];
  let many: Reading[];
  let further: Reading[];
  beforeAll(async () => {
    every = await EveryOperation.in(api());
    await signIns(every);
    const made = await every.work();
    await signedByESign(every, made.fileId, eSign);
    await setUp(every, empty());
    // The stems of words are asked for once in the life of the process.
    await every.api.as(every.people.officer, 'get', `/search?q=${encodeURIComponent('मरम्मत')}`);
    few = await readAll(every, made);
    await every.more(made);
    many = await readAll(every, made);
    further = [];
    for (const list of many.filter(({ does }) => isList(does))) further.push(...(await readPages(every, made, list)));
  }, 600_000);
  afterAll(() => eSign.close());

  it('are counted of every operation of the contract', () => {
    expect([...every.counted.keys()].sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it(`are as many as ${TABLE} says`, () => {
    const counted = tableOf(every.counted);
    if (process.env.STATEMENTS === 'write') {
      writeFileSync(join(__dirname, '..', '..', TABLE), inLines(counted));
      throw new Error(`${TABLE} is written anew: look at what changed in it, and run the test without STATEMENTS`);
    }
    const table = fileJson(TABLE) as Table;
    const others = Object.keys({ ...table, ...counted }).filter(
      (does) => String(table[does]) !== String(counted[does]),
    );
    const found = others.map((does) => differenceOf(does, table[does], every.counted.get(does as OperationId) ?? []));
    expect(found.length > 0 ? `${found.join('\n')}\nIf that is meant: ${WRITE_ANEW}` : '').toBe('');
  });

  it('leave the event in the record that the contract names; where it names several, some of them', () => {
    for (const does of every.counted.keys()) {
      const { event = [] }: OperationEntry = OPERATIONS[does];
      const recorded = [...(every.recorded.get(does) ?? [])];
      if (typeof event === 'string') expect([does, recorded]).toEqual([does, [event]]);
      else expect([does, recorded.filter((name) => !event.includes(name))]).toEqual([does, []]);
      expect([does, recorded.length > 0]).toEqual([does, event.length > 0]);
    }
  });

  it('are as many for many rows as for few, for one row of a page as for 200, for a page further on as for the first', () => {
    const lists = many.filter(({ does }) => isList(does));
    expect(new Set(lists.map(({ does }) => does))).toEqual(
      new Set((Object.keys(OPERATIONS) as OperationId[]).filter(isList)),
    );
    for (const { does, query, rows, statements } of many) {
      const same = (reading: Reading) => reading.does === does && reading.query === query;
      const [before] = few.filter(same);
      const pages = further.filter(same);
      const counts = [statements, ...[before, ...pages].map((reading) => reading?.statements ?? [])];
      expect([does, query, counts.map(({ length }) => length)]).toEqual([
        does,
        query,
        counts.map(() => statements.length),
      ]);
      if (!isList(does)) continue;
      expect([does, query, pages.map((page) => page.rows)]).toEqual([does, query, [1, 1]]);
      // Else the same would be said of a list that asks once for each of its rows.
      expect(before?.rows).toBeGreaterThan(0);
      expect([does, query, rows > (before?.rows ?? 0)]).toEqual([does, query, true]);
    }
  });

  it('tell of each post that an answer names what it is called', () => {
    const all = [...few, ...many, ...further];
    expect(all.filter(({ named, told }) => told !== named)).toEqual([]);
    const naming = new Set(all.filter(({ named }) => named > 0).map(({ does }) => does));
    expect([...naming].sort()).toEqual(
      [
        'drawSample',
        'getFileAsOf',
        'listAuditedFiles',
        'listTrustedRoots',
        'listCertificateBindings',
        'listCharges',
        'listTimeline',
        'searchEvents',
        'searchOffice',
        'findFiles',
        'getDraft',
        'getDraftVersion',
        'getFile',
        'getFileHistory',
        'getIssue',
        'getReceipt',
        'getWay',
        'listCorrespondence',
        'listCreated',
        'listDesk',
        'listDiary',
        'listDrafts',
        'listFileDrafts',
        'findDrafts',
        'listDraftComments',
        'getLetterToSign',
        'getPersonCharges',
        'listLettersToSign',
        'listStuckLetters',
        'getQuestion',
        'listConsultations',
        'listQuestions',
        'listCallBook',
        'listFollowUp',
        'listParked',
        'listParkings',
        'listWaitingBelow',
        'listDiscussions',
        'listInbox',
        'listIssues',
        'listLeaves',
        'listMovements',
        'listNotes',
        'listNotices',
        'listNoteVersions',
        'listReceiptCopies',
        'listReceiptInbox',
        'listRedactions',
        'listSent',
        'listSentReceipts',
        'listWhoSawFile',
        'listWhoSawReceipt',
      ].sort(),
    );
  });
});

function tableOf(counted: ReadonlyMap<OperationId, readonly Counted[]>): Table {
  const rows = [...counted].map(([does, requests]) => {
    const [first = '', ...others] = [...new Set(requests.map(inWords))].sort((one, other) =>
      one.localeCompare(other, 'en', { numeric: true }),
    );
    return [does, others.length > 0 ? [first, ...others] : first] as const;
  });
  return Object.fromEntries(rows.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function inWords({ statements, roundTrips }: Counted): string {
  return `${statements.length} in ${roundTrips}`;
}

/** A line for each operation. */
function inLines(table: Table): string {
  const lines = Object.entries(table).map(
    ([does, number]) => `  ${JSON.stringify(does)}: ${JSON.stringify(number).replaceAll(',', ', ')}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** What the table says, and one request of each kind that was counted, in full. */
function differenceOf(does: string, said: Table[string] | undefined, requests: readonly Counted[]): string {
  const byCount = new Map(requests.map((request) => [inWords(request), request.statements]));
  const asked = [...byCount].map(([count, statements]) =>
    [`  counted ${count}:`, ...statements.map((statement) => `    ${statement.slice(0, 110)}`)].join('\n'),
  );
  return [`${does}: the table says ${String(said ?? 'nothing')}`, ...asked].join('\n');
}
