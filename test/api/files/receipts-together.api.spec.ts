import type { Actor } from '@patravali/authorization';
import { type Asked, useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

const ENTRY = {
  subject: 'सड़क की मरम्मत',
  senderName: 'ग्राम प्रधान',
  receivedOn: '2026-01-02',
  deliveryMode: 'post',
  language: 'hi',
};
const NO_POST = '00000000-0000-4000-8000-000000000000';
const LATER = '2099-12-31';

describe('one act on several receipts over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  const post = async (by: Actor, path: string, body: object, headers: Asked['headers'] = {}) => {
    const answer = await api().as(by, 'post', path, { body, headers });
    return { status: answer.status, body: answer.body as object };
  };
  const receipt = async (by: Actor) => {
    const documentId = await api().office.newDocument(by);
    return (await post(by, '/receipts', { ...ENTRY, documentId })).body as { id: string };
  };
  const forward = (more: object = {}) => ({ kind: 'forward', toPostId: clerks.officer.postId, ...more });

  it.each(['/desk/receipts/check', '/desk/receipts/acts'])(
    'is told at %s what cannot be touched and why, in the language of the reader',
    async (path) => {
      const { clerk } = clerks;
      const [own, other] = [await receipt(clerk), { id: crypto.randomUUID() }];
      const body = { receiptIds: [own.id, other.id], act: forward() };
      const hindi = await post(clerk, '/desk/receipts/check', body, { 'accept-language': 'hi' });
      expect(hindi).toMatchObject({
        body: { items: [{ refusal: null }, { refusal: { detail: expect.stringMatching(/[ऀ-ॿ]/u) as string } }] },
      });
      const answer = await post(clerk, path, body, { 'accept-language': 'en' });
      expect(answer).toMatchObject({
        status: 200,
        body: {
          items: [
            { id: own.id, refusal: null },
            { id: other.id, refusal: { status: 404, code: 'not-found' } },
          ],
        },
      });
    },
  );

  it('names the place of what does not fit: a receipt named twice, too many, a file’s act, a post that is not there', async () => {
    const { clerk } = clerks;
    const { id } = await receipt(clerk);
    const check = (body: object) => post(clerk, '/desk/receipts/check', body);
    const pointers: readonly (readonly [object, string])[] = [
      [{ receiptIds: [id, id], act: forward() }, '#/receiptIds'],
      [{ receiptIds: [], act: forward() }, '#/receiptIds'],
      [{ receiptIds: Array.from({ length: 101 }, () => crypto.randomUUID()), act: forward() }, '#/receiptIds'],
      [{ receiptIds: [id], act: { kind: 'park', until: LATER } }, '#/act/kind'],
      [{ receiptIds: [id], act: forward({ dueOn: 'soon' }) }, '#/act/dueOn'],
    ];
    for (const [body, pointer] of pointers)
      expect(await check(body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect(await check({ receiptIds: [id], act: forward({ toPostId: NO_POST }) })).toMatchObject({
      status: 200,
      body: { items: [{ refusal: { code: 'unknown-post' } }] },
    });
  });

  it('is listed to whoever sent them until they are opened and go on', async () => {
    const { clerk, officer } = clerks;
    const { id } = await receipt(clerk);
    await post(clerk, '/desk/receipts/acts', { receiptIds: [id], act: forward() });
    const sent = async (by: Actor) =>
      ((await api().as(by, 'get', '/desk/sent-receipts')).body as { items: { id: string }[] }).items.map(
        (row) => row.id,
      );
    expect(await sent(clerk)).toContain(id);
    expect(await sent(officer)).not.toContain(id);
    expect(await post(officer, '/desk/receipts/acts', { receiptIds: [id], act: { kind: 'open' } })).toMatchObject({
      body: { items: [{ id, version: 3, refusal: null }] },
    });
    expect(await post(clerk, `/receipts/${id}/pull-back`, {})).toMatchObject({ body: { code: 'letter-opened' } });
  });
});

describe('a unit that is consulted over HTTP', () => {
  const api = useApi();

  it('is refused with a post that does not head it, in both languages', async () => {
    const { officer, clerk } = await appointClerks(api());
    const file = await openAFile(api(), officer);
    await api().office.rows('UPDATE post SET level = 9 WHERE id = $1', [clerk.postId]);
    const [{ unitId, marking } = { unitId: '', marking: '' }] = await api().office.rows<{
      unitId: string;
      marking: string;
    }>(
      `SELECT p.unit_id AS "unitId", p.marking FROM post p WHERE p.unit_id = (SELECT unit_id FROM post WHERE id = $1)
         AND p.roles && '{officer,dealing_hand,dispatcher}' ORDER BY p.level, p.marking COLLATE "C" LIMIT 1`,
      [clerk.postId],
    );
    const body = { question: 'क्या बजट उपलब्ध है?', posts: [{ postId: clerk.postId, dueOn: LATER, unitId }] };
    for (const [language, words] of [
      ['en', 'is now headed by'],
      ['hi', 'का प्रमुख पद'],
    ] as const) {
      const answer = await api().as(officer, 'post', `/files/${file}/consultations`, {
        body,
        headers: { 'accept-language': language },
      });
      expect(answer.body).toMatchObject({
        status: 409,
        code: 'not-head-of-unit',
        params: { head: marking, post: clerk.post.marking },
        detail: expect.stringContaining(words) as string,
        errors: [{ pointer: '#/posts/0/unitId' }],
      });
    }
    const nowhere = { ...body, posts: [{ postId: clerk.postId, dueOn: LATER, unitId: NO_POST }] };
    expect((await api().as(officer, 'post', `/files/${file}/consultations`, { body: nowhere })).body).toMatchObject({
      code: 'unknown-unit',
    });
  });
});
