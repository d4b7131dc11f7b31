import type { PostsConsulted, QuestionView } from '@patravali/contract';
import { MakeNotices } from '@patravali/notices';
import { MakeSnapshot } from '@patravali/records';
import { useApi } from '../../../../test/support/http/api';
import { aNote, appointClerks, type Clerks, openAFileWithNote } from '../../../../test/support/http/clerks';
import { asking } from '../../../../test/support/acts/consultation-acts';

const EMPTY = { text: { version: 1, paragraphs: [] } };

describe('a consultation over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFileWithNote(api(), clerks.officer);
  });

  const ask = async (by: keyof Clerks, method: 'get' | 'post', path: string, body?: object) => {
    const answer = await api().as(clerks[by], method, path, body ? { body } : {});
    return { status: answer.status, body: answer.body as object, headers: answer.headers };
  };
  const consult = async (...posts: readonly { postId: string }[]) => {
    const { path, body } = asking(fileId, ...posts);
    return await ask('officer', 'post', path, body);
  };

  it('lets a post read the snapshot and the question, and of the file nothing, until it has answered', async () => {
    const { status, body } = await consult(clerks.stranger);
    expect(status).toBe(201);
    const [id = ''] = (body as PostsConsulted).consultedIds;
    const early = await ask('stranger', 'post', `/consultations/${id}/answer`, aNote('बजट उपलब्ध है।'));
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'snapshot-not-ready' },
      headers: { 'retry-after': '30' },
    });
    const [row] = await api().office.rows<{ id: string }>('SELECT id FROM consultation');
    const job = { organisationId: api().office.id, id: row?.id ?? '' };
    await api().office.get(MakeSnapshot).execute(job, { last: true });
    const { body: question } = await ask('stranger', 'get', `/consultations/${id}`);
    const { documentId, by } = question as QuestionView;
    expect(question).toMatchObject({ snapshot: 'ready', posts: { [by.post]: { marking: 'SO(EST)' } } });
    const snapshot = `/documents/${documentId ?? ''}/content`;
    expect(await ask('stranger', 'get', snapshot)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/pdf' },
    });
    for (const path of ['', '/notes', '/correspondence', '/consultations', '/history', '/whole-file.pdf'])
      expect([path, (await ask('stranger', 'get', `/files/${fileId}${path}`)).status]).toEqual([path, 404]);
    expect(await ask('clerk', 'get', snapshot)).toMatchObject({ status: 404 });
    expect(await ask('clerk', 'get', `/consultations/${id}`)).toMatchObject({ status: 404 });
    const answering = `/consultations/${id}/answer`;
    expect(await ask('clerk', 'post', answering, aNote('अभिमत'))).toMatchObject({ status: 404 });
    expect(await ask('stranger', 'post', answering, EMPTY)).toMatchObject({ body: { code: 'note-empty' } });
    expect(await ask('stranger', 'post', answering, aNote('बजट उपलब्ध है।'))).toMatchObject({
      status: 201,
      body: { id, note: 2 },
    });
    for (const path of [snapshot, `/consultations/${id}`])
      expect(await ask('stranger', 'get', path)).toMatchObject({ status: 404 });
    expect(await ask('officer', 'get', snapshot)).toMatchObject({ status: 200 });
    expect(await ask('stranger', 'post', answering, aNote('पुनः'))).toMatchObject({
      status: 409,
      body: { code: 'consultation-ended', params: { state: 'answered' } },
    });
  });

  it('names whom it cannot ask, and twice nobody', async () => {
    const { officer, clerk } = clerks;
    await consult(clerk);
    expect(await consult(clerk)).toMatchObject({
      status: 409,
      body: {
        code: 'already-consulted',
        params: { post: 'DH(EST)-1' },
        errors: [{ pointer: '#/posts/0/postId' }],
        detail: expect.stringContaining('DH(EST)-1 has already been asked') as string,
      },
    });
    expect(await consult(officer)).toMatchObject({ body: { code: 'to-oneself' } });
    expect(await consult(clerk, clerk)).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/posts' }] } });
    const closing = { reason: 'निस्तारित' };
    expect(await ask('officer', 'post', `/files/${fileId}/close`, closing)).toMatchObject({
      status: 409,
      body: { code: 'opinions-awaited', params: { count: 1 } },
    });
    const withdrawing = `/files/${fileId}/consultations/withdraw`;
    expect(await ask('officer', 'post', withdrawing, {})).toMatchObject({
      body: { errors: [{ pointer: '#/reason' }] },
    });
    expect(await ask('officer', 'post', withdrawing, closing)).toMatchObject({ status: 200 });
    expect(await ask('officer', 'post', withdrawing, closing)).toMatchObject({ body: { code: 'nobody-consulted' } });
    const waiting = { event: 'consultation_answered' };
    expect(await ask('officer', 'post', `/files/${fileId}/park`, waiting)).toMatchObject({
      body: { code: 'nobody-consulted', errors: [{ pointer: '#/event' }] },
    });
  });

  it('is told to those who are asked, as long as they are, and its answer to the holder of the file', async () => {
    const told = async (by: keyof Clerks) => {
      const { body } = await ask(by, 'get', '/notices');
      return (body as { items: { kind: string; thing: { subject: string | null } }[] }).items;
    };
    await api().office.get(MakeNotices).execute();
    await api().office.rows('DELETE FROM notice');
    const { body } = await consult(clerks.stranger);
    const [id = ''] = (body as PostsConsulted).consultedIds;
    await api().office.get(MakeNotices).execute();
    expect(await told('stranger')).toMatchObject([{ kind: 'consultation_asked', thing: { subject: null } }]);
    await ask('stranger', 'post', `/consultations/${id}/return`, { reason: 'विषय हमारा नहीं' });
    await api().office.get(MakeNotices).execute();
    expect(await told('stranger')).toEqual([]);
    expect(await told('officer')).toMatchObject([{ kind: 'consultation_answered' }]);
  });
});
