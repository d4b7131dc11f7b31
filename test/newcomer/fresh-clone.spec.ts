import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentText, DocumentView, ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { Client } from '../support/journeys/client';
import { aTypesetLetter } from '../support/journeys/letter';
import { aScan, scanned } from '../support/papers/scans';
import {
  anotherAccount,
  type CloneOptions,
  folderOf,
  freshClone,
  makeReadOnly,
  nodeOfVersion,
  pathOfMachine,
} from '../support/processes/fresh-clone';
import { type Account, processesOf, RunningOffice } from '../support/processes/running-office';

const HINDI = 'हिन्दी का फ़ोल्डर';
const PROGRAMS = ['office/src/main.js', 'api/src/main.js', 'worker/src/main.js', 'office/src/prepare-database.js'];
/** It may have to install and build beside other suites. */
const NEWCOMER_MS = 1_800_000;
const READ_WITHIN_MS = 300_000;
const LOOKED_AT_EVERY_MS = 500;
const nobody = anotherAccount();
const [node20, node22, node24] = [20, 22, 24].map(nodeOfVersion);

/** What npm is run with: that Node first; another account has a home of its own. */
const environmentOf = (node: string, account?: Account) => ({
  PATH: [node, ...pathOfMachine()].join(delimiter),
  ...(account ? { HOME: folderOf(account, 'home') } : {}),
});

/** Starts it with `npm start` and works in it as a visitor does; then it ends and leaves nothing behind. */
async function openAndUpload(
  clone: string,
  node: string,
  account?: Account,
  work: (client: Client) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const dataFolder = join(folderOf(account, 'data'), 'office');
  const environment = environmentOf(node, account);
  const office = new RunningOffice({ clone, dataFolder, environment, ...(account ? { account } : {}) });
  try {
    const url = await office.url(NEWCOMER_MS);
    const client = await Client.signIn(() => url, 'ramesh');
    const letter = await aTypesetLetter();
    expect(await client.upload<DocumentView>('letter.pdf', new Uint8Array(letter))).toMatchObject({ pages: 1 });
    await work(client);
  } finally {
    await office.stop();
  }
  expect(processesOf(dataFolder)).toEqual([]);
  expect(office.output).toContain('Stopped.');
  expect(office.output).not.toContain('could not be set up');
  return office.output;
}

describe.each([
  [20, node20, 'installs and builds, in a folder with a Hindi name', { name: HINDI }, undefined],
  [22, node22, 'builds, as an ordinary account', { has: ['node_modules'] }, nobody],
  [24, node24, 'builds', { has: ['node_modules'] }, undefined],
] as [number, string | undefined, string, CloneOptions, Account | undefined][])(
  'a fresh clone without git, where npm runs on Node %i',
  (_, node, does, options, account) => {
    (node === undefined ? it.skip : it)(
      `${does}, opens, takes a PDF and stops cleanly`,
      async () => {
        const clone = freshClone({ ...options, account });
        const output = await openAndUpload(clone, node ?? '', account);
        expect(output.includes('Installing packages')).toBe(options.has === undefined);
        expect(output).toContain('Building the server');
      },
      NEWCOMER_MS,
    );
  },
);

describe('a folder with a Hindi name', () => {
  it(
    'keeps no part of the office from its work: a scan that came in is read',
    async () => {
      const clone = freshClone({ name: HINDI, has: ['node_modules', 'dist'] });
      await openAndUpload(clone, node24 ?? '', undefined, async (registry) => {
        const scan = aScan(await scanned(await aTypesetLetter()));
        const { id } = await registry.upload<DocumentView>('scan.pdf', new Uint8Array(scan));
        const body = {
          documentId: id,
          subject: 'पेंशन',
          senderName: 'अग्रणी बैंक प्रबन्धक',
          receivedOn: dayInIndia(new Date()),
          deliveryMode: 'post',
          language: 'hi',
        };
        await registry.ask<ReceiptCreated>('createReceipt', { body });
        expect(await textOnceRead(registry, id)).toContain('बैंक');
      });
    },
    NEWCOMER_MS,
  );
});

/** The reading gives way to all else that the machine does. */
async function textOnceRead(client: Client, documentId: string): Promise<string> {
  const start = Date.now();
  while (Date.now() - start < READ_WITHIN_MS) {
    await sleep(LOOKED_AT_EVERY_MS);
    const { scans, read, pages } = await client.ask<DocumentText>('readDocumentText', { params: { documentId } });
    if (scans > 0 && read === scans) return JSON.stringify(pages);
  }
  throw new Error('the scan was not read');
}

/** Root may write everywhere. */
const canBeKeptOut = process.getuid?.() !== 0 || nobody !== undefined;

(canBeKeptOut ? describe : describe.skip)('programs into which an account may not write', () => {
  it(
    'are started by it when nothing is to be done',
    async () => {
      const clone = freshClone({ name: HINDI, has: ['node_modules', 'dist'] });
      const undo = makeReadOnly(clone);
      try {
        const output = await openAndUpload(clone, node20 ?? node24 ?? '', nobody);
        expect(output).not.toMatch(/Building|Installing/);
      } finally {
        undo();
      }
    },
    NEWCOMER_MS,
  );

  it('are refused to it in a sentence of its language when something is to be built', () => {
    const clone = freshClone({ has: ['node_modules'] });
    const undo = makeReadOnly(clone);
    const started = (language: string) => {
      const env = { ...process.env, ...environmentOf(node20 ?? node24 ?? '', nobody), PATRAVALI_LANG: language };
      return spawnSync('npm', ['start'], { cwd: clone, env, encoding: 'utf8', ...nobody });
    };
    try {
      const [english, hindi] = [started('en'), started('hi')];
      expect(english.stderr).toContain(`Something in ${clone} has to be installed or built`);
      expect(hindi.stderr).toContain(`${clone} में कुछ स्थापित या निर्मित होना है`);
      for (const { status, stdout, stderr } of [english, hindi]) {
        expect(status).toBe(1);
        expect(stdout + stderr).not.toContain('    at ');
      }
    } finally {
      undo();
    }
  }, 120_000);
});

describe('a program that is started with an old Node', () => {
  const node = node20 ?? node22;
  (node === undefined ? it.skip : it).each(PROGRAMS)('refuses in one sentence: %s', (program) => {
    const path = join(__dirname, '..', '..', 'dist', 'apps', program);
    const env = { ...process.env, PATRAVALI_LANG: 'en' };
    const { status, stdout, stderr } = spawnSync(join(node ?? '', 'node'), [path, 'start'], { env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Patravali needs Node 24 or later; this is v2\d\.[^\n]*npm start[^\n]*\n$/);
  });
});
