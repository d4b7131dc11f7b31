import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { DocumentView } from '@patravali/contract';
import { logDatabase, recordReadings } from '@patravali/ledger';
import { CommittedChanges } from '@patravali/notices';
import { readEvent } from '@patravali/verifier';
import { PDFDocument } from 'pdf-lib';
import { useApi } from '../../support/http/api';

const api = useApi({ holds: 'section' });
const at = (marking: 'US' | 'SO' | 'AUDIT' | 'OTHER') => api().office.at(marking);
const get = (by: Actor, path: string, headers: Readonly<Record<string, string>> = {}) =>
  api().as(by, 'get', path, { headers });
const aFile = async (grading: 'normal' | 'confidential') => (await api().office.newFile(at('SO'), { grading })).fileId;
const readings = () =>
  api().office.rows(
    `SELECT user_id AS "userId", post_id AS "postId", item_kind AS kind, item_id AS id, act, part FROM item_reading ORDER BY place`,
  );
const by = ({ userId, postId }: Actor) => ({ userId, postId });
const record = async () => {
  while (await recordReadings(logDatabase(api().office.dataSource)));
};

async function aDocument(): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle(randomUUID());
  const url = await api().app.getUrl();
  const answer = await fetch(`${url}/api/v1/documents?fileName=letter.pdf`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await api().token(at('SO'))}`,
      'x-acting-post': at('SO').postId,
      'content-type': 'application/pdf',
      'idempotency-key': randomUUID(),
    },
    body: Buffer.from(await document.save()),
  });
  return DocumentView.parse(await answer.json()).id;
}

beforeAll(() => api().app.listen(0, '127.0.0.1'));
beforeEach(() => api().office.rows('DELETE FROM item_reading'));

describe('what counts as a reading', () => {
  it('is a file above normal, whichever of its lists is read, once within ten minutes; a normal one is not', async () => {
    const [graded, normal] = [await aFile('confidential'), await aFile('normal')];
    for (const path of ['', '/notes', '/correspondence', '/movements', '/drafts', '/history']) {
      expect([path, (await get(at('SO'), `/files/${graded}${path}`)).status]).toEqual([path, 200]);
      expect([path, (await get(at('SO'), `/files/${normal}${path}`)).status]).toEqual([path, 200]);
    }
    const opened = { ...by(at('SO')), kind: 'file', id: graded, act: 'opened', part: '' };
    expect(new Set((await readings()).map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(opened)]));
  });

  it('is nothing of whoever may not read it', async () => {
    const graded = await aFile('confidential');
    for (const path of ['', '/notes', '/note-sheet.pdf'])
      expect((await get(at('OTHER'), `/files/${graded}${path}`)).status).toBe(404);
    expect(await readings()).toEqual([]);
  });

  it('is each document taken away, once for all its stretches and for what the browser has kept', async () => {
    const documentId = await aDocument();
    const content = `/documents/${documentId}/content`;
    const { headers } = await get(at('SO'), content);
    for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=20-'])
      expect((await get(at('SO'), content, { range })).status).toBe(206);
    expect((await get(at('SO'), content, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect(new Set((await readings()).map(({ id, act }) => `${String(id)} ${String(act)}`))).toEqual(
      new Set([`${documentId} downloaded`]),
    );
  });

  it('is what is printed of a file and taken out of a register, and says which part', async () => {
    const normal = await aFile('normal');
    await get(at('SO'), `/files/${normal}/note-sheet.pdf`);
    await get(at('SO'), '/diary.pdf?from=2026-04-01&to=2026-04-30');
    expect((await readings()).map(({ kind, act, part }) => [kind, act, part])).toEqual([
      ['file', 'printed', 'notes'],
      ['organisation', 'printed', 'diary 2026-04-01 2026-04-30'],
    ]);
  });
});

describe('a reading that cannot be written', () => {
  const without = async <T>(work: () => Promise<T>): Promise<T> => {
    await api().office.rows('ALTER TABLE item_reading RENAME TO away');
    try {
      return await work();
    } finally {
      await api().office.rows('ALTER TABLE away RENAME TO item_reading');
    }
  };

  it('shows nothing: not the file above normal, none of its lists, no document', async () => {
    const [graded, normal, documentId] = [await aFile('confidential'), await aFile('normal'), await aDocument()];
    await without(async () => {
      for (const path of [
        `/files/${graded}`,
        `/files/${graded}/notes`,
        `/files/${normal}/note-sheet.pdf`,
        `/documents/${documentId}/content`,
      ]) {
        const { status, headers, text } = await get(at('SO'), path);
        expect([path, status >= 500, headers['content-type']]).toEqual([
          path,
          true,
          expect.stringContaining('application/problem+json'),
        ]);
        expect(text).not.toContain('विद्यालय');
      }
      expect((await get(at('SO'), `/files/${normal}`)).status).toBe(200);
    });
    expect((await get(at('SO'), `/files/${graded}`)).status).toBe(200);
    expect((await get(at('SO'), `/documents/${documentId}/content`)).status).toBe(200);
  });
});

describe('the events of readings', () => {
  it('are in no history of the file, and nobody’s page is told of them', async () => {
    const graded = await aFile('confidential');
    const history = async () =>
      ((await get(at('SO'), `/files/${graded}/history`)).body as { items: { name: string }[] }).items.map(
        ({ name }) => name,
      );
    const before = await history();
    const changes = api().office.get(CommittedChanges);
    const here = await changes.here();
    await Promise.all(Array.from({ length: 20 }, () => get(at('SO'), `/files/${graded}`)));
    await record();
    expect(await api().office.rows(`SELECT FROM event WHERE related_id = $1`, [graded])).toHaveLength(1);
    expect(await history()).toEqual(before);
    expect((await changes.since(here)).changes).toEqual([]);
  });

  it('have a form that the verifier reads, of a subject of their own', async () => {
    const graded = await aFile('confidential');
    await get(at('SO'), `/files/${graded}`);
    await record();
    const [row] = await api().office.rows<{ form: string; hash: string }>(
      `SELECT event_canonical_form(e) AS form, encode(hash, 'hex') AS hash FROM event e WHERE related_id = $1`,
      [graded],
    );
    const event = readEvent(Buffer.from(String(row?.form)));
    expect(event).toMatchObject({ name: 'readings.recorded', sequence: 1, hash: row?.hash });
    expect(event?.subject).toMatch(/^readings /);
    expect(event?.subject).not.toContain(graded);
  });
});

describe('who has seen it', () => {
  const post = (by: Actor, path: string, body: object) =>
    api().as(by, 'post', path, { body, headers: { 'idempotency-key': randomUUID() } });
  const text = { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आदेशार्थ।' }] }] };
  const forward = async (fileId: string) => {
    const body = { toPostId: at('US').postId, note: { text }, confirmNote: true };
    expect((await post(at('SO'), `/files/${fileId}/forward`, body)).status).toBe(200);
  };
  interface Seen {
    readonly items: readonly { by: { post: string }; times: number; acts: string[]; firstAt: string; lastAt: string }[];
    readonly next: string | null;
  }
  const seenOf = async (by: Actor, path: string) => {
    const { status, body } = await get(by, path);
    expect(status).toBe(200);
    return body as Seen;
  };
  const lines = ({ items }: Seen) => items.map(({ by: { post: of }, times, acts }) => ({ of, times, acts }));

  it('is told to the holder of a file above normal alone, the latest first, page by page', async () => {
    const fileId = await aFile('confidential');
    const path = `/files/${fileId}/who-saw`;
    await get(at('SO'), `/files/${fileId}`);
    await record();
    await get(at('SO'), `/files/${fileId}/note-sheet.pdf`);
    // Also what is no event yet.
    const own = await seenOf(at('SO'), path);
    expect(lines(own)).toEqual([{ of: at('SO').postId, times: 2, acts: ['opened', 'printed'] }]);
    expect(own.items[0]?.firstAt).not.toBe(own.items[0]?.lastAt);
    expect((await get(at('SO'), `/files/${fileId}`)).body).toMatchObject({ showsWhoSaw: true });

    await forward(fileId);
    await get(at('US'), `/files/${fileId}/notes`);
    expect((await get(at('SO'), `/files/${fileId}`)).body).toMatchObject({ showsWhoSaw: false });
    expect(await get(at('SO'), path)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    for (const other of ['OTHER', 'AUDIT'] as const) expect((await get(at(other), path)).status).toBe(404);
    const first = await seenOf(at('US'), `${path}?limit=1`);
    expect(lines(first)).toEqual([{ of: at('US').postId, times: 1, acts: ['opened'] }]);
    const second = await seenOf(at('US'), `${path}?limit=1&cursor=${encodeURIComponent(String(first.next))}`);
    expect(lines(second)).toEqual([{ of: at('SO').postId, times: 2, acts: ['opened', 'printed'] }]);
    expect(second.next).toBeNull();
  });

  it('is told to the auditor of what is normal, with the letters on the file and the scan of a receipt', async () => {
    const { fileId } = await api().office.newFile(at('US'));
    await get(at('US'), `/files/${fileId}/note-sheet.pdf`);
    expect(lines(await seenOf(at('AUDIT'), `/files/${fileId}/who-saw`))).toEqual([
      { of: at('US').postId, times: 1, acts: ['printed'] },
    ]);
    const documentId = await aDocument();
    const letter = { documentId, subject: 'सड़क', senderName: 'ग्राम प्रधान', receivedOn: '2026-01-02' };
    const came = { ...letter, deliveryMode: 'post', language: 'hi', forward: { toPostId: at('US').postId } };
    const { id: receiptId } = (await post(at('SO'), '/receipts', came)).body as { id: string };
    await get(at('US'), `/documents/${documentId}/content`);
    const scan = { of: at('US').postId, times: 1, acts: ['downloaded'] };
    for (const reader of ['US', 'AUDIT'] as const)
      expect(lines(await seenOf(at(reader), `/receipts/${receiptId}/who-saw`))).toEqual([scan]);
    expect((await get(at('OTHER'), `/receipts/${receiptId}/who-saw`)).status).toBe(404);
    await record();
    const placed = await post(at('US'), `/receipts/${receiptId}/put-in-file`, { fileId });
    expect(placed.status).toBe(200);
    expect(lines(await seenOf(at('US'), `/files/${fileId}/who-saw`))).toEqual([
      { of: at('US').postId, times: 2, acts: ['downloaded', 'printed'] },
    ]);
    expect(lines(await seenOf(at('US'), `/receipts/${receiptId}/who-saw`))).toEqual([scan]);
    const ofDocument = (id: string) => `/files/${fileId}/who-saw?documentId=${id}`;
    for (const reader of ['US', 'AUDIT'] as const)
      expect(lines(await seenOf(at(reader), ofDocument(documentId)))).toEqual([scan]);
    for (const [reader, id, code] of [
      ['US', await aDocument(), 'not-found'],
      ['OTHER', documentId, 'not-found'],
      ['US', 'x', 'invalid-input'],
    ] as const)
      expect((await get(at(reader), ofDocument(id))).body).toMatchObject({ code });
  });
});
