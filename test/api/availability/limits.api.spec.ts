import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { aRawPdf } from '../../support/papers/hostile-pdfs';

const LETTER = aRawPdf([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
]);
const SECONDS_OF_A_DAY = 86_400;

describe('what one person may ask of the office', () => {
  const api = useApi({ config: { uploadsPerDay: 3, uploadBytesPerDay: 4 * LETTER.length } });
  let clerks: Clerks;
  beforeAll(async () => void (clerks = await appointClerks(api())));

  const upload = async (by: Actor, more: Record<string, string> = {}) => {
    const headers = { 'content-type': 'application/pdf', ...more };
    const { status, body, headers: told } = await api().as(by, 'post', '/documents', { headers, raw: LETTER as never });
    return { status, body, wait: Number(told['retry-after']) };
  };
  const stored = (by: Actor) =>
    api().office.rows('SELECT size FROM document WHERE uploaded_by_user_id = $1', [by.userId]);
  const yesterday = (by: Actor) =>
    api().office.rows(
      `ALTER TABLE document DISABLE TRIGGER USER;
       UPDATE document SET uploaded_at = uploaded_at - INTERVAL '1 day' WHERE uploaded_by_user_id = '${by.userId}';
       ALTER TABLE document ENABLE TRIGGER USER`,
    );

  it('is so many documents a day, also when they come at once; those of others do not count', async () => {
    const { clerk } = clerks;
    const another = await api().office.actor({ marking: 'DH(ACC)-7', roles: ['dealing_hand'] });
    const answers = await Promise.all(Array.from({ length: 6 }, () => upload(clerk)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429]);
    expect(await stored(clerk)).toHaveLength(3);
    const refused = await upload(clerk);
    expect(refused.body).toMatchObject({ code: 'upload-quota-reached', params: { uploads: 3 } });
    expect(refused.wait).toBeGreaterThan(0);
    expect(refused.wait).toBeLessThanOrEqual(SECONDS_OF_A_DAY);
    expect((await upload(another)).status).toBe(201);
    await yesterday(clerk);
    expect((await upload(clerk)).status).toBe(201);
  });

  it('counts what was repeated once', async () => {
    const { clerk } = clerks;
    const key = { 'idempotency-key': 'the-same' };
    await upload(clerk, key);
    await upload(clerk, key);
    expect((await upload(clerk)).status).toBe(201);
    expect((await upload(clerk, key)).status).toBe(201);
    expect((await upload(clerk, { 'idempotency-key': 'another' })).status).toBe(429);
    await yesterday(clerk);
  });

  it('is so many bytes a day', async () => {
    const { clerk } = clerks;
    await upload(clerk);
    await api().office.rows(
      `ALTER TABLE document DISABLE TRIGGER USER;
       UPDATE document SET size = ${3 * LETTER.length + 1} WHERE uploaded_by_user_id = '${clerk.userId}'
         AND uploaded_at > office_now() - INTERVAL '12 hours';
       ALTER TABLE document ENABLE TRIGGER USER`,
    );
    expect((await upload(clerk)).body).toMatchObject({ status: 429, code: 'upload-quota-reached' });
  });

  it('is so much costly work a minute, counted by all processes together', async () => {
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    const whole = (by: Actor) => api().as(by, 'get', `/files/${file}/whole-file.pdf`);
    expect((await whole(clerk)).status).toBe(200);
    // Another process has counted the rest.
    await api().office.rows(`UPDATE recent_use SET uses = 30 WHERE operation = 'downloadWholeFile'`);
    const refused = await whole(clerk);
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await whole(officer)).status).not.toBe(429);
    await api().office.rows(`UPDATE recent_use SET since = since - INTERVAL '1 minute'`);
    expect((await whole(clerk)).status).toBe(200);
  });
});
