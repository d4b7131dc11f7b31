import type { Notice, Page } from '@patravali/contract';
import { CalendarNotices, MakeNotices } from '@patravali/notices';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { writeIssue } from '../../support/papers/written-letters';

describe('what is refused of letters that go out', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  /** A letter of the officer, of which nobody has been sent anything. */
  const issued = async () => {
    const { officer } = clerks;
    const { fileId } = await api().office.newFile(officer);
    return { ...(await writeIssue(api().office, { fileId, by: officer, signatory: officer, served: 0 })), fileId };
  };
  const send = (issueId: string, dispatch: object, language = 'en') =>
    api().as(clerks.officer, 'post', `/issues/${issueId}/dispatches`, {
      body: { dispatches: [{ recipient: 0, ...dispatch }] },
      headers: { 'accept-language': language },
    });

  it('a dispatch that does not say where within the office, or costs postage though nobody posts it (422)', async () => {
    const { id } = await issued();
    const pointers = async (dispatch: object) =>
      ((await send(id, dispatch)).body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer);
    expect(await pointers({ mode: 'within_office' })).toEqual(['#/dispatches/0/toPostId']);
    expect(await pointers({ mode: 'post', toPostId: clerks.stranger.postId })).toEqual(['#/dispatches/0/toPostId']);
    expect(await pointers({ mode: 'by_hand', postage: 500 })).toEqual(['#/dispatches/0/postage']);
    expect(await pointers({ mode: 'pigeon' })).toEqual(['#/dispatches/0/mode']);
  });

  it('a letter within the office to a post that there is not, that takes none, or to oneself, in both languages', async () => {
    const { id } = await issued();
    for (const [toPostId, code] of [
      ['00000000-0000-4000-8000-000000000000', 'unknown-post'] as const,
      [clerks.administrator.postId, 'post-takes-no-files'] as const,
      [clerks.officer.postId, 'to-oneself'] as const,
    ]) {
      for (const language of ['hi', 'en']) {
        const { body } = await send(id, { mode: 'within_office', toPostId }, language);
        expect(body).toMatchObject({ code });
      }
    }
  });

  it('an answer to a letter of another file (422)', async () => {
    const [one, other] = [await issued(), await issued()];
    const arrived = await send(one.id, { mode: 'within_office', toPostId: clerks.clerk.postId });
    expect(arrived.status).toBe(201);
    const inbox = await api().as(clerks.clerk, 'get', '/desk/receipts');
    const [receipt] = (inbox.body as { items: { id: string }[] }).items;
    const { fileId } = await api().office.newFile(clerks.clerk);
    const answer = await api().as(clerks.clerk, 'post', `/receipts/${receipt?.id ?? ''}/put-in-file`, {
      body: { fileId, answersIssueId: other.id },
    });
    expect(answer.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/answersIssueId', code: 'not-on-file' }],
    });
  });

  it('but not the notice: who receives a letter within the office is told, and who holds a file whose reply did not come', async () => {
    const { office } = api();
    const { id, fileId } = await issued();
    const kinds = async (by: keyof Clerks) => {
      const { body } = await api().as(clerks[by], 'get', '/notices');
      return (body as Page<Notice>).items.map(({ kind, thing }) => `${kind} ${thing.kind}`);
    };
    await send(id, { mode: 'within_office', toPostId: clerks.stranger.postId });
    await office.get(MakeNotices).execute();
    expect(await kinds('stranger')).toEqual(['letter_arrived receipt']);
    await api().as(clerks.officer, 'post', `/issues/${id}/revoke`, { body: { reason: 'भूल से निर्गत' } });
    await office.get(MakeNotices).execute();
    expect(await kinds('stranger')).toEqual(['letter_withdrawn receipt', 'letter_arrived receipt']);
    await office.rows('ALTER TABLE issue DISABLE TRIGGER issue_is_final');
    await office.rows('UPDATE issue SET reply_by = india_today() - 1 WHERE id = $1', [id]);
    await office.rows('ALTER TABLE issue ENABLE TRIGGER issue_is_final');
    await office.rows(
      `INSERT INTO declared_day (organisation_id, day, works, name_hi, name_en) VALUES ($1, india_today(), true, 'कार्य', 'Work')`,
      [office.id],
    );
    const calendar = office.get(CalendarNotices);
    await calendar.make();
    await calendar.make();
    expect((await kinds('officer')).filter((kind) => kind === 'reply_overdue file')).toHaveLength(1);
    expect((await api().as(clerks.officer, 'get', `/files/${fileId}/awaited-replies`)).body).toMatchObject({
      items: [{ issueId: id, overdue: true }],
    });
  });

  it('envelopes for whoever may not send the letter, or for nobody; what is read of a file that one may not read', async () => {
    const { id, fileId } = await issued();
    const asked = (by: keyof Clerks, path: string) => api().as(clerks[by], 'get', path);
    expect((await asked('stranger', `/issues/${id}/envelopes.pdf`)).status).toBe(404);
    expect((await asked('officer', `/issues/${id}/envelopes.pdf?recipients=7`)).body).toMatchObject({
      code: 'recipient-unknown',
    });
    expect((await asked('officer', `/issues/${id}/envelopes.pdf?size=a0`)).status).toBe(422);
    expect((await asked('stranger', `/files/${fileId}/awaited-replies`)).status).toBe(404);
  });

  it('nothing of the lists that one may see: stuck letters, drafts, the register for spreadsheet programs', async () => {
    const { number } = await issued();
    expect((await api().as(clerks.stranger, 'get', '/issues/stuck')).body).toMatchObject({ items: [] });
    expect((await api().as(clerks.stranger, 'get', '/drafts')).body).toMatchObject({ items: [] });
    const csv = await api().as(clerks.officer, 'get', '/issues/register.csv');
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="dispatch-register.csv"');
    expect(csv.text).toContain(number);
    const xlsx = await api().as(clerks.officer, 'get', '/issues/register.xlsx');
    expect([xlsx.status, xlsx.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
  });
});
