import { randomBytes, randomUUID } from 'node:crypto';
import { DocumentView, ReceiptCreated } from '@patravali/contract';
import { PDFDocument } from 'pdf-lib';
import { useApi } from '../../support/http/api';
import { DAMAGES, objectPath } from '../../support/papers/damaged-object';

const api = useApi({ holds: 'section', config: { maxUploadBytes: 4_000_000 } });
const [SMALL, LARGE] = [1000, 2_000_000];
let url: string;
beforeAll(async () => {
  await api().app.listen(0, '127.0.0.1');
  url = await api().app.getUrl();
});

async function pdf(size: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle(randomUUID());
  document.context.register(document.context.stream(randomBytes(size)));
  return Buffer.from(await document.save());
}

/** Over a connection of its own, so that an answer which breaks off can be seen to. */
async function send(method: string, path: string, more: { body?: Buffer | string; headers?: object } = {}) {
  const aso = api().office.at('ASO');
  return await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await api().token(aso)}`,
      'x-acting-post': aso.postId,
      'accept-language': 'en',
      ...more.headers,
    },
    ...(more.body === undefined ? {} : { body: more.body }),
    signal: AbortSignal.timeout(20_000),
  });
}

async function uploaded(bytes: Buffer): Promise<DocumentView & { path: string; content: string }> {
  const headers = { 'content-type': 'application/pdf', 'idempotency-key': randomUUID() };
  const answer = await send('POST', '/documents?fileName=letter.pdf', { body: bytes, headers });
  expect(answer.status).toBe(201);
  const view = DocumentView.parse(await answer.json());
  const path = objectPath(api().office.config.dataFolder, view.sha256);
  return { ...view, path, content: `/documents/${view.id}/content` };
}

const codeOf = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as { code: string }) });

describe('a document whose bytes in the store are not what its row says', () => {
  it.each([
    ['missing', SMALL, 'document-missing'],
    ['cut short', SMALL, 'document-damaged'],
    ['cut short', LARGE, 'document-damaged'],
    ['changed', SMALL, 'document-damaged'],
  ] as const)('is a refusal by name when it is %s (%i bytes), until it is uploaded again', async (how, size, code) => {
    const bytes = await pdf(size);
    const { path, content } = await uploaded(bytes);
    await DAMAGES[how](path);
    for (const headers of [{}, { range: 'bytes=0-9' }]) {
      const answer = await send('GET', content, { headers });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('etag')).toBeNull();
      expect(await codeOf(answer)).toMatchObject({ status: 500, code, params: { fileName: 'letter.pdf' } });
    }
    await uploaded(bytes);
    const mended = await send('GET', content);
    expect(Buffer.from(await mended.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('ends the transfer when it shows on the way, and is a refusal the next time', async () => {
    const bytes = await pdf(LARGE);
    const { path, content } = await uploaded(bytes);
    await DAMAGES.changed(path);
    const broken = await send('GET', content);
    expect(broken.status).toBe(200);
    await expect(broken.arrayBuffer()).rejects.toThrow();
    expect(await codeOf(await send('GET', content))).toMatchObject({ status: 500, code: 'document-damaged' });
    expect(await codeOf(await send('GET', content, { headers: { range: 'bytes=5-9' } }))).toMatchObject({
      code: 'document-damaged',
    });
    await uploaded(bytes);
    const part = await send('GET', content, { headers: { range: 'bytes=5-9' } });
    expect([part.status, Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(5, 10))]).toEqual([206, true]);
  });

  it('keeps its letter out of the whole file, which names it', async () => {
    const [aso, headers] = [api().office.at('ASO'), { 'content-type': 'application/json' }];
    const document = await uploaded(await pdf(SMALL));
    const letter = { documentId: document.id, subject: 'विषय', senderName: 'प्रेषक', receivedOn: '2020-01-20' };
    const diarised = await api().as(aso, 'post', '/receipts', {
      body: { ...letter, deliveryMode: 'post', language: 'hi' },
      headers,
    });
    const { fileId } = await api().office.newFile(aso);
    const { id } = ReceiptCreated.parse(diarised.body);
    const put = await api().as(aso, 'post', `/receipts/${id}/put-in-file`, { body: { fileId, flag: null } });
    expect(put.status).toBeLessThan(300);
    await DAMAGES.changed(document.path);
    expect(await codeOf(await send('GET', `/files/${fileId}/whole-file.pdf`))).toMatchObject({
      status: 500,
      code: 'document-damaged',
      params: { fileName: 'C/1 · letter.pdf' },
    });
  });

  it('costs a question about it no bytes', async () => {
    const { content, size } = await uploaded(await pdf(SMALL));
    const head = await send('HEAD', content);
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)]);
  });
});
