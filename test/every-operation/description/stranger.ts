/**
 * A program of somebody who knows the office by its description alone. Its types are made of the description when the test runs
 * (`generated-client.api.spec.ts`), which also compiles it; neither the lint nor the build knows them.
 */
import createClient from 'openapi-fetch';
import type { paths } from 'types-of-the-description';

interface Given {
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  /** The letter, as a PDF. */
  readonly letter: Blob;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  /** The marking of the post to which the file goes. */
  readonly to: string;
}

/** Registers a letter, opens a file for it, writes a note and sends both on. @returns the number of the file, and the code with which it is refused when it is sent on again. */
export async function journey({ baseUrl, username, password, letter, receivedOn, to }: Given) {
  const door = createClient<paths>({ baseUrl });
  const session = await door.POST('/api/v1/session', { body: { username, password } });
  if (!session.data) throw new Error(session.error.detail);
  const token = session.response.headers.getSetCookie()[0]?.split(/[=;]/)[1] ?? '';
  const post = session.data.posts[0]?.id ?? '';
  const api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}`, 'x-acting-post': post } });

  const uploaded = await api.POST('/api/v1/documents', {
    headers: { 'content-type': 'application/pdf' },
    body: letter,
    bodySerializer: (pdf) => pdf,
  });
  if (!uploaded.data) throw new Error(uploaded.error.detail);
  const receipt = await api.POST('/api/v1/receipts', {
    params: { header: { 'Idempotency-Key': 'the-letter-of-today' } },
    body: {
      documentId: uploaded.data.id,
      subject: 'सड़क की मरम्मत',
      senderName: 'ग्राम प्रधान',
      receivedOn,
      deliveryMode: 'post',
      language: 'hi',
    },
  });
  if (!receipt.data) throw new Error(receipt.error.detail);

  const heads = await api.GET('/api/v1/number-heads', { params: { query: { limit: 1 } } });
  const headId = heads.data?.items[0]?.id ?? '';
  const file = await api.POST('/api/v1/files', { body: { headId, subject: 'सड़क की मरम्मत' } });
  if (!file.data) throw new Error(file.error.detail);
  const fileId = file.data.id;
  const filed = await api.POST('/api/v1/receipts/{receiptId}/put-in-file', {
    params: { path: { receiptId: receipt.data.id } },
    body: { fileId },
  });
  if (!filed.data) throw new Error(filed.error.detail);

  const noted = await api.POST('/api/v1/files/{fileId}/notes', {
    params: { path: { fileId } },
    body: { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृति हेतु प्रस्तुत।' }] }] } },
  });
  if (!noted.data) throw new Error(noted.error.detail);
  const seen = await api.GET('/api/v1/files/{fileId}', { params: { path: { fileId } } });
  const version = seen.response.headers.get('etag') ?? '';
  const posts = await api.GET('/api/v1/posts', {});
  const toPostId = posts.data?.items.find(({ marking }) => marking === to)?.id ?? '';
  const forward = () =>
    api.POST('/api/v1/files/{fileId}/forward', {
      params: { path: { fileId }, header: { 'If-Match': version } },
      body: { toPostId, confirmNote: true },
    });
  const forwarded = await forward();
  if (!forwarded.data) throw new Error(forwarded.error.detail);

  const again = await forward();
  if (again.data) throw new Error('The file was sent twice');
  // @ts-expect-error -- the compiler knows which codes this operation answers
  if (again.error.code === 'letter-withdrawn') throw new Error('No such refusal');
  return { file: file.data.number, refused: again.error.code };
}
