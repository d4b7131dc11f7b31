import { get, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { Sequencer } from '@patravali/ledger';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { addressSource, verifyLog } from '@patravali/verifier';
import { useApi } from '../support/api';

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
      get({ ...{ hostname, port, path }, headers: { 'accept-language': 'en' } }, (answer) => {
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

  it.each([
    ...['checkpoints', 'witnessed', 'tile', 'tile/', 'tile/0', 'tile/0/999', 'tile/0/000.p/300', 'tile/9/000'],
    ...[
      'tile/entries/000',
      'tile/entries/001.p/44',
      'tile/0/x999/x999/999',
      'tile/0/x999/x999/x999/x999/x999/x999/999',
    ],
    ...[
      'tile/0/99999999999999999999',
      'tile/../keys',
      'tile/0/../../keys',
      'tile/0/%2e%2e%2f%2e%2e%2fkeys',
      '../log-key.pem',
    ],
    ...['tile/0/..%2f..%2f..%2f..%2flog-key.pem', 'tile/%00/000', `tile/0/${'x'.repeat(90)}`],
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
