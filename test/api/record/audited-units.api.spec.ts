import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { type OperationId, OPERATIONS } from '@patravali/contract';
import { useApi } from '../../support/http/api';

const READINGS = (Object.keys(OPERATIONS) as OperationId[]).filter((does) => {
  const { method, path } = OPERATIONS[does];
  return method === 'GET' && path.includes(':fileId');
});

describe('an auditor of named units', () => {
  const api = useApi({ holds: 'section' });
  let ofSection: Actor;
  let ofAll: Actor;
  let [own, others, secret] = ['', '', ''];
  beforeAll(async () => {
    const { office } = api();
    ofSection = await office.actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office.unitId] });
    ofAll = office.at('AUDIT');
    own = (await office.newFile(office.at('ASO'))).fileId;
    secret = (await office.newFile(office.at('SO'), { grading: 'confidential' })).fileId;
    others = (await office.newFile(office.at('CLERK'))).fileId;
  });

  const ask = async (by: Actor, path: string) => {
    const { status, body } = await api().as(by, 'get', path);
    return { status, code: (body as { code?: string }).code };
  };
  const found = async (by: Actor, query = '') => {
    const { body } = await api().as(by, 'get', `/files?limit=200${query}`);
    return (body as { items: { id: string }[] }).items.map(({ id }) => id).sort();
  };

  it('finds the normal files of these units, in lists, by words and by number, and none of another', async () => {
    const [number] = await api().office.rows<{ n: number }>(
      'SELECT computer_number AS n FROM office_file WHERE id = $1',
      [others],
    );
    expect(await found(ofSection)).toEqual([own]);
    expect(await found(ofSection, `&q=${encodeURIComponent('विद्यालय')}`)).toEqual([own]);
    expect(await found(ofSection, `&q=${number?.n}`)).not.toContain(others);
    expect(await found(ofAll)).toEqual([own, others].sort());
    expect(await found(ofAll, `&q=${number?.n}`)).toContain(others);
  });

  it('opens these, and is told of no other that it is there', async () => {
    expect((await ask(ofSection, `/files/${own}`)).status).toBe(200);
    expect((await ask(ofAll, `/files/${others}`)).status).toBe(200);
    for (const hidden of [others, secret])
      expect(await ask(ofSection, `/files/${hidden}`)).toEqual({ status: 404, code: 'not-found' });
  });

  it.each(READINGS)('reads nothing of a file of another unit by %s', async (does) => {
    const nowhere = randomUUID();
    const pathOf = (fileId: string) =>
      OPERATIONS[does].path.replace(/:(\w+)/g, (_, name: string) =>
        name === 'fileId' ? fileId : name.endsWith('Id') ? nowhere : '1',
      );
    const unknown = await ask(ofSection, pathOf(nowhere));
    expect([404, 422]).toContain(unknown.status);
    for (const hidden of [others, secret]) expect(await ask(ofSection, pathOf(hidden))).toEqual(unknown);
  });

  it('reads the letters that these units diarised', async () => {
    const { office } = api();
    const diarised = async (by: Actor) => {
      const documentId = await office.newDocument(by);
      const body = {
        documentId,
        subject: 'पत्र',
        senderName: 'ग्राम प्रधान',
        receivedOn: '2026-01-05',
        deliveryMode: 'post',
        language: 'hi',
      };
      return (await api().as(by, 'post', '/receipts', { body })).body as { id: string };
    };
    const [here, there] = [await diarised(office.at('ASO')), await diarised(office.at('CLERK'))];
    expect((await ask(ofSection, `/receipts/${here.id}`)).status).toBe(200);
    expect(await ask(ofSection, `/receipts/${there.id}`)).toEqual({ status: 404, code: 'not-found' });
    expect((await ask(ofAll, `/receipts/${there.id}`)).status).toBe(200);
  });

  it('audits other units from the next request on, when the office says so', async () => {
    const { office } = api();
    const [other] = await office.rows<{ id: string }>('SELECT unit_id AS id FROM office_file WHERE id = $1', [others]);
    await office.rows('UPDATE post SET audited_unit_ids = $2 WHERE id = $1', [ofSection.postId, [other?.id]]);
    expect(await found(ofSection)).toEqual([others]);
    expect((await ask(ofSection, `/files/${own}`)).status).toBe(404);
    await office.rows('UPDATE post SET audited_unit_ids = $2 WHERE id = $1', [ofSection.postId, [office.unitId]]);
  });
});
