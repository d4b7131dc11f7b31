import type { Actor } from '@patravali/authorization';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { useApi } from '../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../support/http/clerks';
import { WORDS } from '../support/office/words';
import { slowedBy } from './growth';

/** As many as one person may have waiting. */
const LETTERS = 10;

describe('an object store that takes connections and never answers', () => {
  const sockets: Socket[] = [];
  const store: Server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  beforeAll(async () => await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve)));
  const api = useApi({
    config: {
      // Asked for when the office opens: the port is known by then.
      get s3() {
        const { port } = store.address() as AddressInfo;
        const access = { accessKey: 'key', secretKey: 'secret-key', bucket: 'documents', region: 'us-east-1' };
        return { endpoint: '127.0.0.1', port, useSSL: false, ...access };
      },
    },
  });
  afterAll(() => {
    store.close();
    for (const socket of sockets) socket.destroy();
  });
  let clerks: Clerks;
  beforeAll(async () => void (clerks = await appointClerks(api())));

  const act = async (by: Actor, method: 'post' | 'get', path: string, body: object = {}) =>
    await api().as(by, method, path, method === 'get' ? {} : { headers: { 'idempotency-key': randomUUID() }, body });

  it(`leaves other people as quick as they were while ${LETTERS} letters wait for it`, async () => {
    const { officer, clerk, stranger } = clerks;
    const another = await openAFile(api(), stranger);
    let [from, to] = [stranger, clerk];
    const actOfAnother = async () => {
      expect((await act(stranger, 'get', '/desk')).status).toBe(200);
      const onward = { toPostId: to.postId, ...WORDS };
      expect((await act(from, 'post', `/files/${another}/forward`, onward)).status).toBe(200);
      [from, to] = [to, from];
    };
    const whileTheyWait = async (work: () => Promise<void>) => {
      const drafts = await approvedDrafts(officer);
      const asked = sockets.length;
      const issued = drafts.map((draft) => act(officer, 'post', `/drafts/${draft}/issue`));
      while (sockets.length < asked + LETTERS) await sleep(20);
      await work();
      for (const { body } of await Promise.all(issued))
        expect(body).toMatchObject({ status: 503, code: 'letter-unfinished' });
    };
    expect(await slowedBy(whileTheyWait, actOfAnother)).toBeLessThan(2);
  }, 240_000);

  async function approvedDrafts(officer: Actor): Promise<string[]> {
    const file = await openAFile(api(), officer);
    const drafts: string[] = [];
    while (drafts.length < LETTERS) {
      const draft = await act(officer, 'post', `/files/${file}/drafts`, { content: aLetter(officer.postId) });
      const { id } = draft.body as { id: string };
      expect((await act(officer, 'post', `/drafts/${id}/approve`, { draftVersion: 1 })).status).toBe(200);
      drafts.push(id);
    }
    return drafts;
  }
});
