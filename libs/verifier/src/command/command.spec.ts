import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBundle, writeBundle, zipOfFiles } from '../../test/a-bundle';
import {
  checkpointText,
  cosignature,
  entriesOf,
  lossEntryText,
  lostKeyEntryText,
  makeKey,
  signedNote,
  write,
  writeLog,
} from '../../test/a-log';
import { naiveRoot } from '../../test/naive-tree';
import { run } from './run';
import { en } from './words/en';
import { hi } from './words/hi';

const [key, second] = [makeKey(), makeKey()];
const entries = entriesOf(300);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  writeLog(join(folder, 'log'), entries, [key]);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function verify(...words: string[]): Promise<{ code: number; told: string }> {
  let told = '';
  const code = await run(words, (text) => (told += text));
  return { code, told };
}

const inFolder = (path: string) => join(folder, path);

describe('the words', () => {
  it('are the same in both languages, with the same particulars', () => {
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const [code, text] of Object.entries(en)) {
      const inHindi = (hi as Record<string, string>)[code] ?? '';
      expect([code, places(inHindi)]).toEqual([code, places(text)]);
      expect(inHindi).toMatch(/\p{Script=Devanagari}/u);
      expect(text).not.toMatch(/\p{Script=Devanagari}/u);
      expect(text).toMatch(/^[A-Z{][^]*\w[^]*[.}?:]/);
    }
  });
});

describe('the command', () => {
  it('says in both languages that all is right', async () => {
    const { code, told } = await verify(folder);
    expect(code).toBe(0);
    expect(told.startsWith(`सब सही है: ${folder}\n`)).toBe(true);
    expect(told).toContain(`\n\nAll is right: ${folder}\n`);
    expect(told).toContain(
      'Entries in the log eoffice.example.in/log: 300. Events: 300. Chains: 7. Changes of key: 0.',
    );
    expect(told).toContain(`Root of the tree: ${naiveRoot(entries).toString('hex')}`);
    expect(told).toContain(`Verified with the key found in what was verified: ${key.vkey}.`);
    expect((await verify(inFolder('log'))).code).toBe(0);
  });

  it('names the first entry that is wrong in one sentence', async () => {
    const bytes = readFileSync(inFolder('log/tile/entries/000'));
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    write(folder, 'log/tile/entries/000', bytes);
    expect(await verify('--lang', 'en', folder)).toEqual({
      code: 1,
      told: `Something is wrong: ${folder}\nEntry 255 is wrong: it is not the one that was recorded there.\n`,
    });
    expect((await verify('--lang', 'hi', folder)).told).toBe(
      `कुछ गलत है: ${folder}\nप्रविष्टि 255 गलत है: यह वह नहीं है जो वहाँ अभिलिखित हुई थी।\n`,
    );
    const { told } = await verify('--json', '--lang', 'en', folder);
    expect(JSON.parse(told)).toEqual({
      target: folder,
      outcome: 'wrong',
      found: [
        {
          code: 'entry-changed',
          index: 255,
          words: { en: 'Entry 255 is wrong: it is not the one that was recorded there.' },
        },
      ],
    });
  });

  it('verifies with what is given: the key, witnesses, a checkpoint kept from before', async () => {
    const witness = makeKey('witness.example', 4);
    const text = checkpointText(300, naiveRoot(entries));
    write(folder, 'log/checkpoint', signedNote(text, key) + cosignature(witness, text, 1_700_000_000));
    write(folder, 'key', `${key.vkey}\n`);
    write(folder, 'kept', signedNote(checkpointText(100, naiveRoot(entries.slice(0, 100))), key));
    const options = ['--key', inFolder('key'), '--witness', witness.vkey, '--kept', inFolder('kept')];
    const { code, told } = await verify(...options, '--lang', 'en', folder);
    expect(code).toBe(0);
    expect(told).toContain(`Verified with the key that you gave: ${key.vkey}`);
    expect(told).toContain(`Also signed by: ${witness.vkey}`);
    expect(told).toContain('The log continues the checkpoint that was kept, of 100 entries.');
    expect((await verify('--key', second.vkey, folder)).code).toBe(1);
  });

  it('says before all else what the office has lost, and ends with 0 all the same', async () => {
    const lost = lossEntryText('298-299', 'The disk of May.');
    writeLog(join(folder, 'log'), [...entries, Buffer.from(lost)], [key]);
    const { code, told } = await verify('--lang', 'en', folder);
    expect(code).toBe(0);
    expect(told).toMatch(
      /^What is there is right, but the office has lost something: .*\nThe office has lost the events /,
    );
    expect(told).toContain('entries 298 to 299, and said so on 2026-11-28T09:30:00Z in entry 300: “The disk of May.”');
    expect((await verify('--lang', 'hi', folder)).told).toMatch(
      /^जो है वह सही है, पर कार्यालय ने कुछ खोया है: .*\nकार्यालय ने प्रविष्टि 298 से 299/,
    );
    const asJson = JSON.parse((await verify('--json', folder)).told) as { outcome: string; found: { code: string }[] };
    expect([asJson.outcome, asJson.found[0]?.code]).toEqual(['right-after-loss', 'events-lost']);

    writeLog(join(folder, 'log'), [...entries, Buffer.from(lossEntryText('300-'))], [key]);
    expect((await verify('--lang', 'en', folder)).told).toContain('the office wrote its log again from its database');
    const note = signedNote(checkpointText(300, naiveRoot(entries)), key);
    writeLog(join(folder, 'log'), [...entries, Buffer.from(lostKeyEntryText(second, note))], [key, second]);
    const given = await verify('--lang', 'en', '--key', key.vkey, '--key', second.vkey, folder);
    expect([given.code, given.told]).toEqual([
      0,
      expect.stringContaining(`From there on it signs with ${second.vkey}`),
    ]);
    const alone = await verify('--lang', 'en', '--key', key.vkey, folder);
    expect([alone.code, alone.told]).toEqual([1, expect.stringContaining(`give that after the first with --key`)]);
  });

  it('verifies a bundle, in a folder or a ZIP', async () => {
    const files = aBundle([key, second]);
    writeBundle(inFolder('bundle'), files);
    writeFileSync(inFolder('bundle.zip'), zipOfFiles(files));
    for (const target of [inFolder('bundle'), inFolder('bundle.zip')]) {
      const { code, told } = await verify('--lang', 'en', target);
      expect(code).toBe(0);
      expect(told).toContain('Events: 4. Chains: 2. Documents: 1. Changes of key: 1. Entries in the log: 10.');
      expect(told).toContain('that are not in the bundle: 1.');
      expect(told).toContain('chained only afterwards: 2.');
      expect(told).toContain('no event proves: 1 (index.html).');
      expect(told).toContain(en['signatures-unchecked']);
    }
    writeFileSync(inFolder('bundle.zip'), zipOfFiles(files).subarray(0, -1));
    expect(await verify('--lang', 'en', inFolder('bundle.zip'))).toMatchObject({ code: 1 });
  });

  it('takes a folder for a log that holds a part of one, whatever it is called', async () => {
    const [tiles, checkpoint, named] = [inFolder('tiles'), inFolder('checkpoint'), `${folder}/http://log`];
    write(tiles, 'tile/0/000', '');
    write(checkpoint, 'checkpoint', readFileSync(inFolder('log/checkpoint')));
    writeLog(inFolder('http:/log'), entries, [key]);
    write(folder, 'other/file', '');
    expect(await verify(inFolder('other'))).toMatchObject({ code: 2 });
    expect(await verify('--lang', 'en', tiles)).toMatchObject({
      code: 1,
      told: expect.stringContaining('no checkpoint') as string,
    });
    expect(await verify('--key', key.vkey, checkpoint)).toMatchObject({ code: 1 });
    expect(await verify('--lang', 'en', named)).toMatchObject({
      code: 0,
      told: expect.stringContaining('Events: 300') as string,
    });
  });

  it('ends with 2 when there is nothing to verify, or it is asked what it does not understand', async () => {
    expect(await verify('--lang', 'en', inFolder('nothing'))).toEqual({
      code: 2,
      told: `It could not be verified: ${inFolder('nothing')}\nThis cannot be read: ${inFolder('nothing')}.\n`,
    });
    const usage = { code: 2, told: `${hi.usage}\n\n${en.usage}\n` };
    for (const words of [
      [],
      [folder, folder],
      ['--quiet', folder],
      [folder, '--lang'],
      ['--lang', 'fr', folder],
      ['--key', 'x', folder],
      ['--witness', inFolder('nothing'), folder],
      ['--kept', inFolder('nothing'), folder],
      ['--kept', inFolder('log/checkpoint'), '--kept', inFolder('log/checkpoint'), folder],
    ]) {
      expect(await verify(...words)).toEqual(usage);
    }
  });
});

describe('the address of an office', () => {
  let server: Server;
  let address: string;
  beforeEach(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      // Entries are not public.
      const isPublic = /^\/log\/(checkpoint|keys|tile\/\d)/.test(path);
      if (isPublic && existsSync(inFolder(path))) response.end(readFileSync(inFolder(path)));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is asked for the public part of its log', async () => {
    for (const target of [address, `${address}//`, `${address}/log`]) {
      const { code, told } = await verify('--lang', 'en', target);
      expect(code).toBe(0);
      expect(told).toContain('Entries in the log eoffice.example.in/log: 300. Only their hashes are public');
    }
    write(folder, 'log/tile/0/000', Buffer.alloc(8192));
    expect(await verify('--lang', 'en', address)).toMatchObject({ code: 1 });
  });

  it('is held against a checkpoint kept from before', async () => {
    write(folder, 'kept', readFileSync(inFolder('log/checkpoint')));
    expect((await verify('--kept', inFolder('kept'), address)).code).toBe(0);
    writeLog(inFolder('log'), entriesOf(301, 8), [key]);
    const { code, told } = await verify('--lang', 'en', '--kept', inFolder('kept'), address);
    expect(code).toBe(1);
    expect(told).toContain('The first 300 entries of the log are not those over which the kept checkpoint was signed.');
  });

  it('says when a later key signed, which only entries explain', async () => {
    writeLog(inFolder('log'), entries, [key, second]);
    expect((await verify('--lang', 'en', address)).told).toContain(`Signed by a later key of the log: ${second.vkey}.`);
  });

  it('is asked again later when it wants to be asked less often, and no tile is missed for that', async () => {
    const [answer] = server.listeners('request') as ((request: unknown, response: ServerResponse) => void)[];
    let asked = 0;
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (++asked % 2 === 1) response.writeHead(429, { 'retry-after': '0' }).end();
      else answer?.(request, response);
    });
    expect((await verify(address)).code).toBe(0);
    server.removeAllListeners('request');
    server.on('request', (_, response) => response.writeHead(429, { 'retry-after': '0' }).end());
    expect((await verify(address)).code).toBe(2);
    server.removeAllListeners('request');
    server.on('request', (_, response) => response.writeHead(500).end());
    expect((await verify(address)).code).toBe(2);
  });

  it('gives nothing endless, and nothing from elsewhere', async () => {
    write(folder, 'log/tile/0/000', Buffer.alloc(100_000));
    expect((await verify('--lang', 'en', address)).told).toContain('has the wrong length: tile/0/000');
    server.removeAllListeners('request');
    server.on('request', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect((await verify(address)).code).toBe(2);
    expect((await verify('http://127.0.0.1:1')).code).toBe(2);
  });
});

describe('the one file', () => {
  const ROOT = join(__dirname, '../../../..');
  const start = (program: string, words: readonly string[]) =>
    new Promise<{ code: number; told: string }>((resolve) => {
      execFile(program, words, { env: { PATH: process.env.PATH } }, (error, told, mistakes) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, told: told + mistakes }),
      );
    });

  it('runs with Node alone, where it was put, and without any network', async () => {
    const built = await start(process.execPath, [join(ROOT, 'libs/verifier/build.mjs'), inFolder('one')]);
    expect(built).toEqual({ code: 0, told: '' });
    const file = inFolder('one/patravali-verify.mjs');
    const imports = [...readFileSync(file, 'utf8').matchAll(/^import .* from "(.*)";$/gm)].map(([, name]) => name);
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.filter((name) => name?.startsWith('node:') !== true)).toEqual([]);

    const right = await start(process.execPath, [file, '--lang', 'en', folder]);
    expect(right).toMatchObject({ code: 0, told: expect.stringMatching(/^All is right/) as string });
    expect((await start(process.execPath, [file])).code).toBe(2);
    // The network is cut off where the kernel lets one do that.
    const canCut = (await start('unshare', ['-rn', 'true'])).code === 0;
    if (canCut) {
      const alone = ['-rn', process.execPath, file, '--lang', 'en'];
      expect(await start('unshare', [...alone, folder])).toEqual(right);
      expect((await start('unshare', [...alone, 'http://127.0.0.1:1'])).code).toBe(2);
    }
    writeFileSync(inFolder('log/checkpoint'), 'x');
    expect((await start(process.execPath, [file, folder])).code).toBe(1);
  });
});
