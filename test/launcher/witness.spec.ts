import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readVerifierKey, verifyLog } from '@patravali/verifier';
import { entriesOf, makeKey, writeLog } from '../../libs/verifier/test/a-log';
import { runFolder } from '../support/database/cluster';
import { officeCommand } from '../support/processes/office-command';
import { LAUNCHER } from '../support/processes/running-office';

const folder = mkdtempSync(join(runFolder(), 'witness-'));
const log = join(folder, 'office/log');
const own = join(folder, 'witness');
const key = makeKey();
const entries = entriesOf(400);

/** As the office serves its log, or does not while it is away. */
let isAway = false;
const office = createServer(({ url = '' }, response) => {
  if (isAway) {
    response.destroy();
    return;
  }
  try {
    response.end(readFileSync(join(folder, 'office', url)));
  } catch {
    response.writeHead(404).end();
  }
});
const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** The command, until it is killed. */
class Running {
  output = '';
  private readonly child: ChildProcess;

  constructor(language: string) {
    const words = ['witness', `http://127.0.0.1:${portOf(office)}`, '--port', '0', '--folder', own, '--every', '0.05'];
    const env = { ...process.env, NODE_ENV: '', PATRAVALI_LANG: language, PATRAVALI_DATA: join(folder, 'none') };
    this.child = spawn(process.execPath, [LAUNCHER, ...words], { env });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
  }

  async says(words: string): Promise<void> {
    for (let waits = 0; !this.output.includes(words); waits++) {
      if (waits > 1200) throw new Error(`not said: ${words}\n${this.output}`);
      await sleep(50);
    }
  }

  async ask(path: string): Promise<string> {
    const at = /(http:\S+)\/checkpoint/.exec(this.output)?.[1] ?? '';
    return await (await fetch(`${at}${path}`)).text();
  }

  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

describe('npm run office -- witness', () => {
  beforeAll(async () => {
    mkdirSync(log, { recursive: true });
    office.listen(0, '127.0.0.1');
    await once(office, 'listening');
  });
  afterAll(() => {
    office.close();
    office.closeAllConnections();
  });

  it('signs the log of an office, outlives its absence and its own death, and says in both languages when it went back', async () => {
    writeLog(log, entries.slice(0, 300), [key]);
    const first = new Running('en');
    await first.says('Signed: the log with 300 entries continues what was signed before.');
    expect(first.output).toContain(`compare it with the one that the office has published: ${key.vkey}`);
    isAway = true;
    await first.says('The office does not respond');
    writeLog(log, entries, [key]);
    isAway = false;
    await first.says('400 entries');
    const note = await first.ask('/checkpoint');
    const witness = readVerifierKey((await first.ask('/key')).trim());
    expect(first.output).toContain(String(witness?.text));
    await first.kill();

    writeLog(log, entries.slice(0, 300), [key]);
    const second = new Running('hi');
    await second.says('चेतावनी: कार्यालय 300 प्रविष्टियों का लॉग दिखाता है, पर यहाँ 400 पर हस्ताक्षर हो चुके हैं');
    expect(await second.ask('/checkpoint')).toBe(note);
    writeLog(log, [...entries.slice(0, 300), ...entriesOf(600).slice(450)], [key]);
    await second.says('चेतावनी: कार्यालय 450 प्रविष्टियों का लॉग दिखाता है, जो यहाँ हस्ताक्षरित 400 प्रविष्टियों से आरम्भ नहीं होता');
    expect(await second.ask('/checkpoint')).toBe(note);
    await second.kill();

    if (!witness) throw new Error('no key');
    writeLog(log, entries, [key]);
    const source = {
      read: (path: string) =>
        Promise.resolve(path === 'checkpoint' ? Buffer.from(note) : readFileSync(join(log, path))),
    };
    expect(await verifyLog(source, { witnesses: [witness], withEntries: true })).toMatchObject({ size: 400 });
  }, 180_000);

  it('is told how it is called', async () => {
    for (const words of [
      [],
      ['office'],
      ['ftp://office'],
      ['http://office', '--port', 'x'],
      ['http://office', '--key', 'x'],
    ]) {
      const { code, output } = await officeCommand(join(folder, 'none'), ['witness', ...words]);
      expect([words, code, output]).toEqual([words, 1, expect.stringContaining('npm run office -- witness URL')]);
    }
  }, 180_000);
});
