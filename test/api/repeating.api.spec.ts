import type { Actor } from '@patravali/authorization';
import { useApi } from '../support/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../support/clerks';

interface Step {
  readonly does: string;
  readonly method: 'post' | 'put' | 'delete';
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string;
}

describe('a request that is sent twice', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  const send = (by: Actor, { method, path, body, ifMatch }: Step, key: string) =>
    api().as(by, method, path, {
      headers: { 'idempotency-key': key, ...(ifMatch ? { 'if-match': ifMatch } : {}) },
      ...(body ? { body } : {}),
    });

  /** The life of a file: who does what, and what would have been another request. */
  const life = (file: string): (readonly [keyof Clerks, Step, object])[] => {
    const at = (does: string, path: string, body?: object): Step => {
      return { does, method: 'post', path: `/files/${file}/${path}`, ...(body ? { body } : {}) };
    };
    const pending = `/files/${file}/notes/pending`;
    const onward = { toPostId: clerks.officer.postId };
    const note = aNote('परीक्षण किया गया।');
    const rewritten = aNote('पुनः परीक्षण');
    return [
      ['clerk', at('addNote', 'notes', note), rewritten],
      ['clerk', { does: 'changeNote', method: 'put', path: pending, body: rewritten, ifMatch: '"1"' }, note],
      ['clerk', at('confirmNote', 'notes/pending/confirm'), {}],
      ['clerk', at('takeBackNote', 'notes/pending/take-back'), {}],
      ['clerk', { does: 'discardNote', method: 'delete', path: pending }, {}],
      ['clerk', at('forwardFile', 'forward', onward), { ...onward, remarks: 'कृपया देखें' }],
      ['clerk', at('pullBackFile', 'pull-back', {}), { reason: 'भूलवश' }],
      ['clerk', at('forwardFile', 'forward', onward), { ...onward, urgency: 'vip' }],
      ['officer', at('openFile', 'open'), {}],
      ['officer', at('returnFile', 'return', { reason: 'पुनः प्रस्तुत करें' }), { reason: 'अन्य' }],
      ['clerk', at('forwardFile', 'forward', onward), { ...onward, action: 'for_orders' }],
      ['officer', at('closeFile', 'close', { reason: 'निस्तारित' }), { reason: 'अन्य' }],
      ['officer', at('reopenFile', 'reopen', { reason: 'नया पत्र' }), { reason: 'अन्य' }],
    ];
  };

  it('has one effect and one answer: the whole life of a file, each act of it sent twice', async () => {
    const file = await openAFile(api(), clerks.clerk);
    let events = await eventsOf(file);
    for (const [index, [who, step, otherBody]] of life(file).entries()) {
      const key = `life-${index}`;
      const [first, again] = [await send(clerks[who], step, key), await send(clerks[who], step, key)];
      expect([step.does, Math.floor(first.status / 100)]).toEqual([step.does, 2]);
      expect([step.does, again.status, again.body]).toEqual([step.does, first.status, first.body]);
      events += 1;
      expect([step.does, await eventsOf(file)]).toEqual([step.does, events]);
      const other = await send(clerks[who], { ...step, body: otherBody }, key);
      expect([step.does, other.body]).toMatchObject([step.does, { status: 422, code: 'idempotency-key-reused' }]);
      expect([step.does, await eventsOf(file)]).toEqual([step.does, events]);
    }
  });

  it('creates one file, also when both arrive at once', async () => {
    const subject = 'एक ही पत्रावली';
    const both = await Promise.all([1, 2, 3].map(() => send(clerks.clerk, creating(subject), 'c')));
    const ids = new Set(both.map((answer) => (answer.body as { id: string }).id));
    expect(ids.size).toBe(1);
    const found = await api().office.query('SELECT FROM office_file WHERE subject = $1', [subject]);
    expect(found).toHaveLength(1);
  });

  it('is refused when the same key comes with another body (422), and done for another person', async () => {
    expect((await send(clerks.clerk, creating('पहली'), 'same')).status).toBe(201);
    expect((await send(clerks.clerk, creating('दूसरी'), 'same')).body).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect((await send(clerks.officer, creating('दूसरी'), 'same')).status).toBe(201);
  });

  it('is not remembered when it was refused: the same key may be tried again', async () => {
    const file = await openAFile(api(), clerks.clerk);
    const step: Step = { does: 'returnFile', method: 'post', path: `/files/${file}/return`, body: { reason: 'वापस' } };
    expect((await send(clerks.clerk, step, 'retry')).status).toBe(409);
    await api().as(clerks.clerk, 'post', `/files/${file}/forward`, { body: { toPostId: clerks.officer.postId } });
    await api().as(clerks.officer, 'post', `/files/${file}/forward`, { body: { toPostId: clerks.clerk.postId } });
    expect((await send(clerks.clerk, step, 'retry')).status).toBe(200);
  });

  it.each(['', ' ', 'x'.repeat(201), 'क'])('needs a key of visible ASCII letters: not %j', async (key) => {
    const body = { headId: api().office.headId, subject: 'कुंजी' };
    const headers = { 'idempotency-key': encodeURI(key) === key ? key : Buffer.from(key).toString('latin1') };
    const answer = await api().as(clerks.clerk, 'post', '/files', { headers, body });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '#/Idempotency-Key' }] });
  });

  const creating = (subject: string): Step => {
    return { does: 'createFile', method: 'post', path: '/files', body: { headId: api().office.headId, subject } };
  };

  const eventsOf = async (file: string): Promise<number> => {
    const [row] = await api().office.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM event WHERE subject_id = $1',
      [file],
    );
    return row?.count ?? 0;
  };
});
