import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sequencer } from '@patravali/ledger';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { addressSource, verifyLog } from '@patravali/verifier';
import { run } from '../../../libs/verifier/src/command/run';
import { checkpointText, makeKey, signedNote } from '../../../libs/verifier/test/a-log';
import { useApi } from '../../support/http/api';
import { runFolder } from '../../support/database/cluster';
import { LAUNCHER } from '../../support/processes/running-office';

/** What a stranger is told who verifies. */
async function verify(...words: string[]): Promise<{ code: number; told: string }> {
  let told = '';
  const code = await run(['--lang', 'en', ...words], (line) => (told += line));
  return { code, told };
}

/** A witness as it runs elsewhere: `npm run office -- witness URL`. */
class WitnessProcess {
  private readonly child: ChildProcess;
  private output = '';

  constructor(url: string) {
    const folder = mkdtempSync(join(runFolder(), 'witness-'));
    const words = ['witness', url, '--port', '0', '--folder', folder, '--every', '0.2'];
    const env = { ...process.env, NODE_ENV: '', PATRAVALI_LANG: 'en', PATRAVALI_DATA: join(folder, 'none') };
    this.child = spawn(process.execPath, [LAUNCHER, ...words], { env });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (said: Buffer) => (this.output += said.toString()));
  }

  /** The checkpoint, as soon as it has signed it. */
  async signed(): Promise<string> {
    for (let waits = 0; !this.output.includes('Signed: '); waits++) {
      if (waits > 1200) throw new Error(`nothing is signed\n${this.output}`);
      await sleep(50);
    }
    return await this.ask('/checkpoint');
  }

  async key(): Promise<string> {
    return (await this.ask('/key')).trim();
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private async ask(path: string): Promise<string> {
    const at = /(http:\S+)\/checkpoint/.exec(this.output)?.[1] ?? '';
    return await (await fetch(`${at}${path}`)).text();
  }
}

describe('the public part of the log', () => {
  const api = useApi();
  let url = '';
  beforeAll(async () => {
    await api().app.listen(0, '127.0.0.1');
    url = await api().app.getUrl();
    await log(300);
  });
  beforeEach(() => api().office.rows('DELETE FROM network_use'));

  /** So many more events, taken into the log and published. */
  async function log(events: number): Promise<void> {
    await api().office.rows(
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
       SELECT gen_random_uuid(), o.id, 'file', gen_random_uuid(), 'file.opened', '{}'
       FROM generate_series(1, $1), (SELECT id FROM organisation LIMIT 1) o`,
      [events],
    );
    while (await api().app.get(Sequencer, { strict: false }).round());
  }

  /** Asks for this very path: nothing in between puts it right. */
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(url);
      get({ hostname, port, path, headers: { 'accept-language': 'en' } }, (answer) => {
        text(answer).then((body) => resolve({ status: answer.statusCode, headers: answer.headers, body }), reject);
      }).on('error', reject);
    });

  it('is right before a stranger who verifies the running office, and goes on from what he kept', async () => {
    const source = addressSource(`${url}/log`);
    const before = await verifyLog(source, { witnesses: [], withEntries: false });
    expect(before).toMatchObject({ origin: '127.0.0.1/log', keptSize: undefined });
    expect(before.size).toBeGreaterThanOrEqual(300);
    const kept = await source.read('checkpoint', 10_000);
    await log(7);
    const answer = await verifyLog(source, { witnesses: [], kept, withEntries: false });
    expect([answer.size, answer.keptSize]).toEqual([before.size + 7, before.size]);
  });

  it('is served as it lies in the store: what may grow is asked for anew, what never changes is kept', async () => {
    const store = api().app.get<ObjectStore>(OBJECT_STORE, { strict: false });
    const note = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' };
    const tile = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' };
    for (const [path, headers] of [
      ['log/checkpoint', note],
      ['log/keys', note],
      ['log/tile/0/000', tile],
      ['log/tile/1/000.p/1', tile],
    ] as const) {
      const answer = await fetch(`${url}/${path}`);
      expect(Object.fromEntries(answer.headers)).toMatchObject(headers);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(await store.readNamed(path));
    }
  });

  it('bears the signature of its witness, on the last checkpoint or on the last that it has seen', async () => {
    const store = api().app.get<ObjectStore>(OBJECT_STORE, { strict: false });
    const witness = new WitnessProcess(url);
    try {
      const signed = await witness.signed();
      // As the sequencer of an office keeps it that knows its witness.
      await store.writeNamed('log/witnessed', Buffer.from(signed));
      for (const path of ['checkpoint', 'witnessed'])
        expect([path, await (await fetch(`${url}/log/${path}`)).text()]).toEqual([path, signed]);
      const key = await witness.key();
      const { code, told } = await verify('--witness', key, url);
      expect([code, told]).toEqual([0, expect.stringContaining(`Also signed by: ${key}`)]);
      await witness.kill();

      await log(5);
      const size = Number(signed.split('\n')[1]);
      const later = await verify('--witness', key, url);
      expect(later.code).toBe(0);
      expect(later.told).toContain(
        `Also signed, over the first ${size} entries, by: ${key}. It has not signed the 5 after them yet.`,
      );
      const stranger = makeKey('other.example', 4).vkey;
      expect((await verify('--witness', stranger, url)).code).toBe(1);
      const other = signedNote(checkpointText(size, Buffer.alloc(32)), makeKey());
      await store.writeNamed('log/witnessed', Buffer.from(other));
      expect((await verify('--witness', key, url)).code).toBe(1);
    } finally {
      await witness.kill();
      await store.removeNamed('log/witnessed');
    }
  }, 120_000);

  it('shows what the log says of itself: who kept its first key follows to the later ones', async () => {
    const before = await (await fetch(`${url}/log/keys`)).text();
    const [first = ''] = before.split('\n');
    expect((await fetch(`${url}/log/changes`)).status).toBe(404);
    const second = await api().app.get(Sequencer, { strict: false }).rotateKey();
    const { code, told } = await verify('--key', first, url);
    expect([code, told]).toEqual([0, expect.stringContaining(`Verified with the key that you gave: ${first}`)]);
    const answer = await fetch(`${url}/log/changes`);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain(`\nkey ${String(second)}\n`);
  });

  it.each([
    'checkpoints',
    'witnessed',
    'tile',
    'tile/',
    'tile/0',
    'tile/0/999',
    'tile/0/000.p/300',
    'tile/9/000',
    'tile/entries/000',
    'tile/entries/001.p/44',
    'tile/0/x999/x999/999',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/99999999999999999999',
    'tile/../keys',
    'tile/0/../../keys',
    'tile/0/%2e%2e%2f%2e%2e%2fkeys',
    '../log-key.pem',
    'tile/0/..%2f..%2f..%2f..%2flog-key.pem',
    'tile/%00/000',
    `tile/0/${'x'.repeat(90)}`,
  ])('has nothing at %s', async (path) => {
    const { status, headers, body } = await ask(`/log/${path}`);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('is asked for so often a minute from one network', async () => {
    await api().office.rows(`INSERT INTO network_use (network, operation, uses) VALUES ('127.0.0.1', 'readLog', 600)`);
    for (const path of ['checkpoint', 'keys', 'tile/0/000']) {
      const { status, headers, body } = await ask(`/log/${path}`);
      expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true]);
      expect(JSON.parse(body)).toMatchObject({ code: 'too-many-requests' });
    }
  });
});
