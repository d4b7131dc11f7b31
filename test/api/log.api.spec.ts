import { createPublicKey, verify } from 'node:crypto';
import { Sequencer } from '@patravali/ledger';
import { useApi } from '../support/api';
import { appointClerks, openAFile } from '../support/clerks';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

describe('the log of the office', () => {
  const api = useApi();
  let checkpoint: string;
  beforeAll(async () => {
    const { officer } = await appointClerks(api());
    await openAFile(api(), officer);
    while (await api().office.get(Sequencer).round());
    checkpoint = (await api().ask('get', '/log/checkpoint')).text;
  });
  beforeEach(() => api().office.rows('DELETE FROM network_use'));

  it('is signed with the key that it names, for whoever asks', async () => {
    const keys = await api().ask('get', '/log/keys');
    expect(keys.headers['content-type']).toBe('text/plain; charset=utf-8');
    const [, id = '', key = ''] = /^127\.0\.0\.1\/log\+([0-9a-f]{8})\+(\S+)\n$/.exec(keys.text) ?? [];
    const [text = '', line = ''] = checkpoint.split('\n\n');
    const signature = Buffer.from(line.split(' ')[2] ?? '', 'base64');
    const publicKey = createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(key, 'base64').subarray(1)]),
      ...{ format: 'der', type: 'spki' },
    });
    expect(text).toMatch(/^127\.0\.0\.1\/log\n[1-9]\d*\n\S{44}$/);
    expect(signature.subarray(0, 4).toString('hex')).toBe(id);
    expect(verify(null, Buffer.from(`${text}\n`), publicKey, signature.subarray(4))).toBe(true);
  });

  it('gives its tiles of hashes, which may be kept for good, and a checkpoint that may not', async () => {
    const size = Number(checkpoint.split('\n')[1]);
    const tile = await api().ask('get', `/log/tile/0/000.p/${size}`);
    expect([tile.status, tile.headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect((tile.body as Buffer).length).toBe(32 * size);
    expect(tile.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const { headers } = await api().ask('get', '/log/checkpoint');
    expect(headers['cache-control']).toBe('public, max-age=1');
  });

  it('shows nobody its entries, nor anything else of the store', async () => {
    const size = Number(checkpoint.split('\n')[1]);
    for (const name of [
      ...[`tile/entries/000.p/${size}`, 'tile/0/999', 'tile/0/..%2f..%2f..%2fobjects', 'tile/0/0000', 'other'],
    ]) {
      const { status, headers } = await api().ask('get', `/log/${name}`);
      expect([name, status, headers['cache-control']]).toEqual([name, 404, 'no-store']);
    }
  });

  it('stands beside an office that works, which its health says', async () => {
    await api().office.rows(`UPDATE published_log SET fault = 'older-store'`);
    const { status, body } = await api().ask('get', '/health/ready');
    await api().office.rows('UPDATE published_log SET fault = NULL');
    expect([status, body]).toMatchObject([200, { status: 'ready', log: 'stands' }]);
  });

  it('is read so often from one network, and no oftener', async () => {
    await api().office.rows(`INSERT INTO network_use (network, operation, uses) VALUES ('127.0.0.1', 'log', 600)`);
    const { status, headers } = await api().ask('get', '/log/checkpoint');
    expect([status, headers['cache-control']]).toEqual([429, 'no-store']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
});
