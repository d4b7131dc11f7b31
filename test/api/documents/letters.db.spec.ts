import { createHash, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@patravali/authorization';
import {
  CorrespondenceView,
  DocumentView,
  DraftChanged,
  DraftIssued,
  DraftRow,
  DraftView,
  IssueRow,
  IssueView,
  pageOf,
  PutInFile,
  ReceiptCreated,
  ReceiptRow,
  ReceiptView,
} from '@patravali/contract';
import { PDFDocument } from 'pdf-lib';
import { createApi } from '../../../apps/api/src/create-api';
import { quietLog } from '../../support/http/quiet-log';
import { type Marking, useOffice } from '../../support/office/office';

const office = useOffice({ holds: 'section', config: { jobsInProcess: true }, open: createApi });
const app = () => office().app as NestFastifyApplication;
const tokens = new Map<Marking, string>();
beforeAll(() => quietLog());

async function tokenOf(marking: Marking): Promise<string> {
  const known = tokens.get(marking);
  if (known) return known;
  const token = randomUUID().replaceAll('-', '');
  const { organisationId, userId } = office().at(marking);
  await office().rows(
    `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
     VALUES ($1, $2, $3, false, clock_timestamp() + INTERVAL '1 hour')`,
    [createHash('sha256').update(token).digest('hex'), organisationId, userId],
  );
  tokens.set(marking, token);
  return token;
}

interface Asked {
  readonly body?: object | Buffer;
  readonly headers?: Record<string, string>;
}

async function ask(marking: Marking, method: 'GET' | 'POST' | 'PUT', path: string, { body, headers }: Asked = {}) {
  return await app().inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${await tokenOf(marking)}`, ...headers },
    ...(body ? { payload: body } : {}),
  });
}
const pdfBody = async (title: string) => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setTitle(title);
  return Buffer.from(await pdf.save());
};
const upload = async (marking: Marking, body: Buffer, more: Record<string, string> = {}) =>
  await ask(marking, 'POST', `/documents?fileName=${encodeURIComponent('पत्र १.pdf')}`, {
    body,
    headers: { 'content-type': 'application/pdf', ...more },
  });

async function receiptOn(marking: Marking) {
  const document = DocumentView.parse((await upload(marking, await pdfBody(randomUUID()))).json());
  const body = {
    documentId: document.id,
    subject: 'विषय',
    senderName: 'प्रेषक',
    receivedOn: '2020-01-20',
    deliveryMode: 'post',
    language: 'hi',
  };
  const created = await ask(marking, 'POST', '/receipts', { body });
  expect(created.statusCode).toBe(201);
  return { document, ...ReceiptCreated.parse(created.json()) };
}

const contentFor = (signatory: Actor) => ({
  form: 'letter',
  language: 'bilingual',
  subject: 'अनुदान की स्वीकृति',
  addressees: [{ name: 'निरीक्षक', email: 'inspector@example.in' }],
  body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृति दी जाती है।' }] }] },
  signatoryPostId: signatory.postId,
});

describe('a document over HTTP', () => {
  it('is uploaded once for a key, and downloaded whole, in part, and not again', async () => {
    const body = await pdfBody('एक');
    const first = await upload('ASO', body, { 'idempotency-key': 'upload-1' });
    expect(first.statusCode).toBe(201);
    expect((await upload('ASO', body, { 'idempotency-key': 'upload-1' })).json()).toEqual(first.json());
    const { id, sha256 } = DocumentView.parse(first.json());
    const path = `/documents/${id}/content`;
    const whole = await ask('ASO', 'GET', path);
    expect(whole.rawPayload.equals(body)).toBe(true);
    expect(whole.headers).toMatchObject({
      'content-type': 'application/pdf',
      etag: `"${sha256}"`,
      'content-disposition': expect.stringContaining("filename*=UTF-8''%E0%A4%AA") as string,
      'cache-control': expect.stringContaining('private') as string,
    });
    const part = await ask('ASO', 'GET', path, { headers: { range: 'bytes=5-9' } });
    expect([part.statusCode, part.rawPayload.equals(body.subarray(5, 10))]).toEqual([206, true]);
    expect(part.headers['content-range']).toBe(`bytes 5-9/${String(body.length)}`);
    expect((await ask('ASO', 'GET', path, { headers: { range: 'bytes=999999-' } })).statusCode).toBe(416);
    expect((await ask('ASO', 'GET', path, { headers: { 'if-none-match': `"${sha256}"` } })).statusCode).toBe(304);
    expect((await ask('CLERK', 'GET', path)).statusCode).toBe(404);
  });

  it.each([
    ['no PDF', () => Buffer.from('hello'), 'application/pdf', 415, 'not-pdf'],
    ['JSON', () => Buffer.from('{}'), 'application/json', 415, 'not-pdf'],
    ['a broken PDF', () => Buffer.from('%PDF-1.4 nothing'), 'application/pdf', 422, 'pdf-broken'],
    ['too much', () => Buffer.alloc(1_000_001), 'application/pdf', 413, 'too-large'],
  ])('is refused when it is %s', async (_, body, type, status, code) => {
    const answer = await upload('ASO', body(), { 'content-type': type });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });
});

describe('what nobody can type', () => {
  it('is refused as malformed, and the server is well', async () => {
    const document = DocumentView.parse((await upload('ASO', await pdfBody('x'))).json());
    const body = {
      documentId: document.id,
      subject: 'a\u0000b',
      senderName: 'x',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
    };
    expect((await ask('ASO', 'POST', '/receipts', { body })).statusCode).toBe(422);
    expect((await upload('ASO', await pdfBody('x'), { 'idempotency-key': 'x'.repeat(500) })).statusCode).toBe(422);
  });

  it('stands in the description of the API as it is', async () => {
    const description = (await app().inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    expect(description.paths['/api/v1/documents']).toMatchObject({
      post: { operationId: 'uploadDocument', requestBody: { content: { 'application/pdf': {} } } },
    });
  });
});

describe('a letter over HTTP', () => {
  it('comes in, is read, put in a file, answered, approved, issued, and sent by mail', async () => {
    const so = office().at('SO');
    const { id, document } = await receiptOn('SO');
    const seen = await ask('SO', 'GET', `/receipts/${id}`);
    expect(ReceiptView.parse(seen.json())).toMatchObject({
      document,
      allowedMoves: ['forward', 'put_in_file', 'correct', 'close'],
    });
    expect(seen.headers.etag).toBe('"1"');
    expect(pageOf(ReceiptRow).parse((await ask('SO', 'GET', '/desk/receipts')).json()).items[0]?.id).toBe(id);
    expect(pageOf(ReceiptRow).parse((await ask('SO', 'GET', '/diary')).json()).items[0]?.id).toBe(id);

    const { fileId } = await office().newFile(so);
    const stale = await ask('SO', 'POST', `/receipts/${id}/put-in-file`, {
      body: { fileId },
      headers: { 'if-match': '"7"' },
    });
    expect(stale.statusCode).toBe(412);
    const put = await ask('SO', 'POST', `/receipts/${id}/put-in-file`, { body: { fileId } });
    expect(PutInFile.parse(put.json())).toMatchObject({ serial: 1, firstPage: 1, lastPage: 1 });
    const flagged = await ask('SO', 'PUT', `/files/${fileId}/correspondence/1/flag`, { body: { flag: 'fr' } });
    expect(flagged.statusCode).toBe(200);
    expect(
      (await ask('SO', 'PUT', `/files/${fileId}/correspondence/0/flag`, { body: { flag: 'fr' } })).statusCode,
    ).toBe(404);

    const content = contentFor(so);
    const preview = await ask('SO', 'POST', `/files/${fileId}/draft-preview`, { body: { content } });
    expect([preview.statusCode, preview.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const created = await ask('SO', 'POST', `/files/${fileId}/drafts`, { body: { content, replyToReceiptId: id } });
    const draft = DraftChanged.parse(created.json());
    expect((await ask('SO', 'PUT', `/drafts/${draft.id}`, { body: { content } })).statusCode).toBe(428);
    const changed = await ask('SO', 'PUT', `/drafts/${draft.id}`, {
      body: { content },
      headers: { 'if-match': '"1"' },
    });
    expect(DraftChanged.parse(changed.json()).version).toBe(2);
    expect((await ask('SO', 'POST', `/drafts/${draft.id}/approve`, { body: { draftVersion: 1 } })).statusCode).toBe(
      200,
    );
    expect(DraftView.parse((await ask('SO', 'GET', `/drafts/${draft.id}`)).json()).allowedMoves).toContain('issue');
    expect(pageOf(DraftRow).parse((await ask('SO', 'GET', '/desk/drafts')).json()).items[0]?.id).toBe(draft.id);

    const issuedAnswer = await ask('SO', 'POST', `/drafts/${draft.id}/issue`, {
      headers: { 'idempotency-key': 'issue-1' },
    });
    const issued = DraftIssued.parse(issuedAnswer.json());
    expect(
      (await ask('SO', 'POST', `/drafts/${draft.id}/issue`, { headers: { 'idempotency-key': 'issue-1' } })).json(),
    ).toEqual(issued);
    const contents = pageOf(CorrespondenceView).parse(
      (await ask('SO', 'GET', `/files/${fileId}/correspondence`)).json(),
    );
    expect(contents.items).toMatchObject([
      { kind: 'received', flag: 'fr' },
      { kind: 'issued', letterNumber: issued.number },
    ]);
    const toDispatch = pageOf(IssueRow).parse((await ask('DISPATCH', 'GET', '/issues?state=to_dispatch')).json());
    expect(toDispatch.items).toMatchObject([{ id: issued.issueId, file: null }]);

    expect((await ask('DISPATCH', 'GET', '/desk')).json<object>()).toMatchObject({ toDispatch: 1 });
    expect((await ask('OTHER', 'GET', '/desk')).json<object>()).toMatchObject({ toDispatch: 0 });

    const dispatches = [{ recipient: 0, mode: 'email' }];
    const sent = await ask('DISPATCH', 'POST', `/issues/${issued.issueId}/dispatches`, { body: { dispatches } });
    expect(sent.statusCode).toBe(201);
    const issue = async () => IssueView.parse((await ask('DISPATCH', 'GET', `/issues/${issued.issueId}`)).json());
    for (let tries = 0; tries < 100 && (await issue()).sendings[0]?.state === 'queued'; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await issue()).toMatchObject({
      dispatched: 1,
      sendings: [{ state: 'sent', dispatches: [{ state: 'sent' }] }],
    });

    for (const register of ['/diary.pdf', '/issues/register.pdf?from=2020-01-01']) {
      const pdf = await ask('SO', 'GET', register, { headers: { 'accept-language': 'en' } });
      expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
  });

  it('is not found under an id that is none, and a cursor that is none is refused', async () => {
    for (const path of ['/receipts/x', '/drafts/x', '/issues/x', '/documents/x/content', '/drafts/x/versions/1']) {
      expect((await ask('SO', 'GET', path)).statusCode).toBe(404);
    }
    const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const path of [
      `/diary?cursor=${cursor('yesterday', 'x')}`,
      `/desk/inbox?cursor=${cursor('2026-02-31 00:00:00+00', randomUUID())}`,
      `/files/${(await office().newFile(office().at('SO'))).fileId}/drafts?cursor=${cursor(1e20)}`,
      '/diary?cursor=x',
      '/issues?cursor=WzFd',
      '/desk/receipts?limit=0',
    ]) {
      expect((await ask('SO', 'GET', path)).statusCode).toBe(422);
    }
  });
});
