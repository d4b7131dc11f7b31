import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { useApi } from '../support/http/api';
import { appointClerks, openAFile } from '../support/http/clerks';
import { WORDS } from '../support/office/words';
import { slowedBy } from './growth';

const WAITERS = 15;

describe('commands that wait for one file', () => {
  const api = useApi();

  it(`leave other people as quick as they were, ${WAITERS} of them, who read and who forward another file`, async () => {
    const clerks = await appointClerks(api());
    const forward = (by: Actor, fileId: string, to: Actor) =>
      api().as(by, 'post', `/files/${fileId}/forward`, {
        headers: { 'idempotency-key': randomUUID() },
        body: { toPostId: to.postId, ...WORDS },
      });
    const [stuck, another] = [await openAFile(api(), clerks.clerk), await openAFile(api(), clerks.stranger)];
    const whileHeld = async (work: () => Promise<void>) => {
      const holder = await api().office.owner.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT FROM file_custody WHERE file_id = $1 FOR UPDATE', [stuck]);
      let over = false;
      const waiters = Array.from({ length: WAITERS }, async () => {
        while (!over) expect((await forward(clerks.clerk, stuck, clerks.officer)).status).toBe(503);
      });
      await work();
      over = true;
      await Promise.all(waiters);
      await holder.query('ROLLBACK');
      holder.release();
    };
    let [from, to] = [clerks.stranger, clerks.officer];
    const actOfAnother = async () => {
      expect((await api().as(clerks.stranger, 'get', '/desk')).status).toBe(200);
      expect((await forward(from, another, to)).status).toBe(200);
      [from, to] = [to, from];
    };
    expect(await slowedBy(whileHeld, actOfAnother)).toBeLessThan(2);
  }, 180_000);
});
