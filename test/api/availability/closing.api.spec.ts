import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { useApi } from '../../support/http/api';
import { appointClerks } from '../../support/http/clerks';

describe('a server that is shut down', () => {
  const api = useApi();

  it('brings to its end what was begun, and asks whoever comes then to come again', async () => {
    const { office } = api();
    const { clerk } = await appointClerks(api());
    const app = (await office.start()) as NestFastifyApplication;
    await app.listen(0, '127.0.0.1');
    const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    let said = '';
    socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const headers = `host: x\r\nauthorization: Bearer ${await api().token(clerk)}\r\nx-acting-post: ${clerk.postId}\r\n\r\n`;

    const holder = await office.owner.connect();
    await holder.query('BEGIN; LOCK TABLE file_custody');
    socket.write(`GET /api/v1/desk HTTP/1.1\r\n${headers}`);
    while ((await isWaiting()) === 0) await sleep(20);
    const closed = app.close();
    while (app.getHttpServer().listening) await sleep(5);
    const arrived = once(app.getHttpServer(), 'request');
    socket.write(`GET /api/v1/desk HTTP/1.1\r\n${headers}`);
    await arrived;
    await holder.query('ROLLBACK');
    holder.release();
    await Promise.all([once(socket, 'close'), closed]);

    const [first = '', second = ''] = said.split(/(?=HTTP\/1\.1 503)/);
    expect(first).toMatch(/^HTTP\/1\.1 200/);
    expect(second).toMatch(/^HTTP\/1\.1 503[^]*retry-after: 2\r\n/i);
    expect(JSON.parse(second.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 503, code: 'office-closing' });

    async function isWaiting(): Promise<number> {
      const rows = await office.rows<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0]?.waiting ?? 0;
    }
  });
});
