import { randomUUID } from 'node:crypto';
import { MyPdf } from '@patravali/contract';
import { MakePdf } from '@patravali/records';
import { useApi } from '../../support/http/api';
import { whileLogging } from '../../support/papers/while-logging';

const api = useApi({ holds: 'section' });
const so = () => api().office.at('SO');
const ask = async (fileId: string, body: object) =>
  await api().as(so(), 'post', `/files/${fileId}/pdfs`, { body, headers: { 'idempotency-key': randomUUID() } });

describe('an evidence bundle over HTTP', () => {
  let fileId: string;
  beforeAll(async () => ({ fileId } = await api().office.newFile(so())));

  it('is asked for as a PDF is, and is a ZIP to be saved', async () => {
    const asked = await ask(fileId, { form: 'bundle' });
    expect(asked.status).toBe(201);
    const { id } = asked.body as { id: string };
    const { office } = api();
    await whileLogging(office, () => office.get(MakePdf).execute({ organisationId: office.id, id }, { last: false }));
    const { items } = (await api().as(so(), 'get', '/pdfs')).body as { items: unknown[] };
    expect(MyPdf.parse(items[0])).toMatchObject({ id, form: 'bundle', state: 'ready', issueNumber: null });
    const { status, headers } = await api().as(so(), 'get', `/pdfs/${id}/content`);
    expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.zip"$/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('for a request under the RTI Act is another one, and is asked for by whoever may ask for one', async () => {
    const forRti = await ask(fileId, { form: 'rti_bundle' });
    expect(forRti.status).toBe(201);
    expect((await ask(fileId, { form: 'rti_bundle' })).body).toEqual(forRti.body);
    expect((await ask(fileId, { form: 'bundle' })).body).not.toEqual(forRti.body);
    const { items } = (await api().as(so(), 'get', '/pdfs')).body as { items: { form: string }[] };
    expect(items.map(({ form }) => form)).toEqual(['bundle', 'rti_bundle', 'bundle']);
  });

  it('is of all of the file: no part of it, and no letter that it did not send', async () => {
    for (const body of [
      { form: 'bundle', selection: 'C/1' },
      { form: 'rti_bundle', selection: 'C/1' },
      { form: 'pdf', issueId: randomUUID() },
      { form: 'paper' },
    ])
      expect((await ask(fileId, body)).body).toMatchObject({ code: 'invalid-input' });
    expect((await ask(fileId, { form: 'bundle', issueId: randomUUID() })).body).toMatchObject({ code: 'not-found' });
  });
});
