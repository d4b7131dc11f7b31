import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SendDispatchMail } from '../../../libs/office/dispatch/src/mail/send-dispatch-mail';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

interface Issued {
  readonly file: string;
  readonly id: string;
  readonly code: string;
  readonly documentId: string;
  readonly sha256: string;
}

const EMAIL = 'dm@example.in';
const REFUSED = { status: 500, body: { code: 'document-not-as-recorded' } };

describe('a letter in whose row the PDF of another letter is named', () => {
  const api = useApi();
  let clerks: Clerks;
  let letter: Issued;
  let other: Issued;
  const as = (method: 'get' | 'post', path: string, body?: object) =>
    api().as(clerks.officer, method, path, body ? { body } : {});
  const post = async (path: string, body?: object) => (await as('post', path, body)).body as Record<string, unknown>;

  async function issue(): Promise<Issued> {
    const { officer } = clerks;
    const file = await openAFile(api(), officer);
    const content = { ...aLetter(officer.postId), addressees: [{ name: 'जिलाधिकारी', email: EMAIL }] };
    const { id } = await post(`/files/${file}/drafts`, { content });
    await post(`/drafts/${String(id)}/approve`, { draftVersion: 1 });
    const { issueId } = await post(`/drafts/${String(id)}/issue`);
    const [row] = await api().office.rows<Omit<Issued, 'file' | 'id'>>(
      `SELECT i.code, d.id AS "documentId", d.sha256 FROM issue i JOIN document d ON d.id = i.document_id WHERE i.id = $1`,
      [issueId],
    );
    if (!row) throw new Error('not issued');
    return { file, id: String(issueId), ...row };
  }
  /** As somebody would who may do everything. */
  const tamper = (table: string, sql: string) =>
    api().office.rows(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const nameIn = (table: string, where: string, documentId: string) =>
    tamper(table, `UPDATE ${table} SET document_id = '${documentId}' WHERE ${where}`);
  const inIssue = (documentId: string) => nameIn('issue', `id = '${letter.id}'`, documentId);
  const onFile = (documentId: string) => nameIn('correspondence', `issue_id = '${letter.id}'`, documentId);
  /** Of a stranger, whom the officer does not know. */
  const somebodysPdf = () =>
    api().office.newDocument(clerks.stranger, {
      sha256: createHash('sha256').update(randomUUID()).digest('hex'),
      size: 10,
      pages: 1,
    });
  const mails = () => readdir(join(api().office.config.dataFolder, 'mail')).catch(() => []);
  const mailed = async () => {
    const sent = await as('post', `/issues/${letter.id}/dispatches`, { dispatches: [{ recipient: 0, mode: 'email' }] });
    const { dispatchIds } = sent.body as { dispatchIds: string[] };
    const [dispatchId = ''] = dispatchIds;
    await api().office.get(SendDispatchMail).execute({ organisationId: api().office.id, dispatchId }, { last: false });
    const [row] = await api().office.rows('SELECT state, failure FROM dispatch WHERE id = $1', [dispatchId]);
    return row;
  };
  const isSame = async (sha256: string) =>
    ((await api().ask('get', `/api/v1/genuine?code=${letter.code}&sha256=${sha256}`)).body as { same: boolean }).same;

  beforeAll(async () => {
    clerks = await appointClerks(api());
    [letter, other] = [await issue(), await issue()];
  }, 120_000);
  beforeEach(() => api().office.rows('DELETE FROM network_use'));

  it('is neither shown nor mailed, and whoever checks the letter is not told that the other PDF is it', async () => {
    expect((await as('get', `/issues/${letter.id}`)).status).toBe(200);
    await inIssue(other.documentId);
    expect(await as('get', `/issues/${letter.id}`)).toMatchObject(REFUSED);
    expect(await mailed()).toEqual({ state: 'failed', failure: 'document-not-as-recorded' });
    expect(await mails()).toEqual([]);
    expect([await isSame(letter.sha256), await isSame(other.sha256)]).toEqual([false, false]);
    await inIssue(letter.documentId);
    expect((await as('get', `/issues/${letter.id}`)).status).toBe(200);
    expect([await isSame(letter.sha256), await isSame(other.sha256)]).toEqual([true, false]);
    expect(await mailed()).toEqual({ state: 'sent', failure: null });
    expect(await mails()).toHaveLength(1);
  });

  it('gives nobody the bytes of a PDF that he reads for nothing else, from the letter or from its office copy', async () => {
    const documentId = await somebodysPdf();
    const content = `/documents/${documentId}/content`;
    expect((await as('get', content)).status).toBe(404);
    await inIssue(documentId);
    expect(await as('get', content)).toMatchObject(REFUSED);
    await inIssue(letter.documentId);
    await onFile(documentId);
    expect(await as('get', content)).toMatchObject(REFUSED);
    await onFile(letter.documentId);
    expect((await as('get', `/documents/${letter.documentId}/content`)).status).toBe(200);
  });

  it('is not printed with its file where the office copy is another', async () => {
    const path = `/files/${letter.file}/whole-file.pdf`;
    await onFile(other.documentId);
    expect(await as('get', path)).toMatchObject(REFUSED);
    await onFile(letter.documentId);
    expect((await as('get', path)).status).toBe(200);
  });
});
