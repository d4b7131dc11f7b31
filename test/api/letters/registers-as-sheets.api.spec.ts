import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

const FORMULA = '=HYPERLINK("http://example.in","यहाँ")';

describe('a register for a spreadsheet program', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    for (const [senderName, deliveryMode] of [
      ['ग्राम प्रधान', 'post'],
      ['खण्ड विकास अधिकारी', 'by_hand'],
    ]) {
      const documentId = await api().office.newDocument(clerks.clerk);
      const entry = {
        documentId,
        subject: FORMULA,
        senderName,
        receivedOn: '2026-01-02',
        deliveryMode,
        language: 'hi',
      };
      expect((await api().as(clerks.clerk, 'post', '/receipts', { body: entry })).status).toBe(201);
    }
    const fileId = await openAFile(api(), clerks.officer);
    const drafted = await api().as(clerks.officer, 'post', `/files/${fileId}/drafts`, {
      body: { content: { ...aLetter(clerks.officer.postId), subject: FORMULA } },
    });
    expect(drafted.status).toBe(201);
  });

  const csv = async (by: keyof Clerks, path: string) => {
    const answer = await api().as(clerks[by], 'get', path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/csv/)]);
    return answer.text;
  };

  it('has of the diary what the filter shows, in UTF-8 that says so, and nothing in it is computed', async () => {
    const text = await csv('clerk', '/diary.csv?mode=post');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain('ग्राम प्रधान');
    expect(text).not.toContain('खण्ड विकास अधिकारी');
    expect(text).toContain(`"'=HYPERLINK(""http://example.in"",""यहाँ"")"`);
    expect(await csv('clerk', '/diary.csv')).toContain('खण्ड विकास अधिकारी');
  });

  it('has of the drafts what one may read', async () => {
    expect(await csv('officer', '/drafts.csv?state=draft')).toContain(`"'=HYPERLINK`);
    expect(await csv('officer', '/drafts.csv?state=issued')).not.toContain('HYPERLINK');
    expect(await csv('stranger', '/drafts.csv')).not.toContain('HYPERLINK');
    expect(await csv('stranger', '/diary.csv')).not.toContain('ग्राम प्रधान');
  });

  it.each(['/diary.xlsx', '/drafts.xlsx'])('is a workbook too, which is saved and not shown: %s', async (path) => {
    const { status, headers } = await api().as(clerks.officer, 'get', path);
    expect([status, headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="(diary|drafts)\.xlsx"$/);
  });

  it('leaves a row that says who took it away', async () => {
    await csv('clerk', '/diary.csv?from=2026-01-01');
    const rows = await api().office.rows<{ act: string; part: string }>(
      `SELECT act, part FROM item_reading WHERE user_id = $1 AND part LIKE 'diary 2026%'`,
      [clerks.clerk.userId],
    );
    expect(rows).toEqual([{ act: 'exported', part: 'diary 2026-01-01' }]);
  });

  it('refuses a mode, a state and a desk that there are not', async () => {
    for (const query of ['mode=pigeon', 'state=lost', 'desk=SO'])
      expect((await api().as(clerks.clerk, 'get', `/diary.csv?${query}`)).status).toBe(422);
  });
});
