import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentView, type Problem } from '@patravali/contract';
import { PDFDocument } from 'pdf-lib';
import { useApi } from '../../support/http/api';
import { mountSmallDisk } from '../../support/processes/small-disk';

const MIB = 1024 * 1024;
const disk = mountSmallDisk(8 * MIB);
const here = disk ? describe : describe.skip;
afterAll(() => disk?.unmount());

const api = useApi({
  holds: 'section',
  config: { maxUploadBytes: 2 * MIB, ...(disk ? { dataFolder: disk.folder } : {}) },
});

async function aPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle(randomUUID());
  document.context.register(document.context.stream(randomBytes(MIB)));
  return Buffer.from(await document.save());
}

async function upload(bytes: Buffer, key: string = randomUUID()) {
  const aso = api().office.at('ASO');
  return await api().app.inject({
    method: 'POST',
    url: '/api/v1/documents?fileName=letter.pdf',
    headers: {
      authorization: `Bearer ${await api().token(aso)}`,
      'x-acting-post': aso.postId,
      'content-type': 'application/pdf',
      'idempotency-key': key,
      'accept-language': 'en',
    },
    payload: bytes,
  });
}

here('an office whose disk is full', () => {
  const remains = async () => [
    ...(await readdir(join(String(disk?.folder), 'spool'))).filter((name) => !name.endsWith('.inspection')),
    ...(await readdir(join(String(disk?.folder), 'incoming')).catch(() => [])),
  ];

  it.each([
    ['to the last byte', 0],
    ['but for half an upload', 0.5 * MIB],
  ])('%s, refuses uploads, goes on reading and working, and recovers by itself', async (_, leave) => {
    const aso = api().office.at('ASO');
    const kept = await upload(await aPdf());
    expect(kept.statusCode).toBe(201);
    const { id } = DocumentView.parse(kept.json());
    const [bytes, key] = [await aPdf(), randomUUID()];

    await disk?.fill(leave);
    const refused = await upload(bytes, key);
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([507, 'storage-full']);
    expect(refused.headers['retry-after']).toBe('60');
    expect(await remains()).toEqual([]);
    expect((await api().as(aso, 'get', `/documents/${id}/content`)).status).toBe(200);
    await expect(api().office.newFile(aso)).resolves.toBeDefined();

    await disk?.empty();
    expect((await upload(bytes, key)).statusCode).toBe(201);
  });

  it('takes what just fits, since nothing is kept twice on its way', async () => {
    const bytes = await aPdf();
    await disk?.fill(bytes.length + 0.5 * MIB);
    expect((await upload(bytes)).statusCode).toBe(201);
    await disk?.empty();
  });
});

describe('an office whose database is full', () => {
  it('says so, and goes on when there is room', async () => {
    const aso = api().office.at('ASO');
    const body = { headId: api().office.headId, subject: 'विषय', grading: 'normal', urgency: 'ordinary' };
    const create = () => api().as(aso, 'post', '/files', { body });
    // What PostgreSQL itself raises when it cannot extend a table.
    await api().office.rows(`
      CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER disk_is_full BEFORE INSERT ON office_file EXECUTE FUNCTION disk_is_full()`);
    expect(await create()).toMatchObject({ status: 507, body: { code: 'storage-full' } });
    expect((await api().as(aso, 'get', '/desk')).status).toBe(200);
    await api().office.rows('DROP FUNCTION disk_is_full CASCADE');
    expect((await create()).status).toBe(201);
  });
});
