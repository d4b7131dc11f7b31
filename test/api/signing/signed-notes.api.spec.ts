import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { FileView, NoteSignatureFiles, NoteView, SigningKeyView } from '@patravali/contract';
import { DOCUMENT_SIGNING, type DocumentSigning } from '@patravali/signatures';
import { Authority } from '../../../libs/platform/signatures/test/authority';
import { has } from '../../../libs/platform/typesetting/test/tools';
import { useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { verified } from '../../support/signing/cms-verified';
import { aToken } from '../../support/acts/signing-acts';
import { giveKey, type OwnKey, trustRoot } from '../../support/signing/signing-keys';

const withTools = has('openssl') ? describe : describe.skip;
const OPENS = 'a passphrase for signing';
const WORDS = 'प्रस्ताव स्वीकार करने योग्य है।';

withTools('notes of an office that has them signed', () => {
  const api = useApi();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  let clerks: Clerks;
  let key: OwnKey;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const p12 = Buffer.from(
      authority.p12(authority.issue({ name: 'Asha Devi', number: clerks.clerk.userId }), OPENS),
    ).toString('base64');
    await trustRoot(api().office, authority.pem);
    key = await giveKey(api().office, clerks.clerk, { p12, password: OPENS });
    await wantSigned(true);
  }, 120_000);
  afterAll(() => authority.close());

  const ask = (by: Actor, path: string, body: object = {}, headers = {}) =>
    api().as(by, 'post', path, { body, headers });
  const wantSigned = (signedNotes: boolean) =>
    api().as(clerks.administrator, 'put', '/signing-rule', { body: { signedForms: [], signedNotes } });
  const noted = async (text = WORDS) => {
    const fileId = await openAFile(api(), clerks.clerk);
    expect((await ask(clerks.clerk, `/files/${fileId}/notes`, aNote(text))).status).toBe(201);
    return fileId;
  };
  const sign = (fileId: string, withKey: object = key, by = clerks.clerk) =>
    ask(by, `/files/${fileId}/notes/pending/sign`, withKey);
  const send = (fileId: string, more: object = {}) =>
    ask(clerks.clerk, `/files/${fileId}/forward`, { toPostId: clerks.officer.postId, ...more });
  const fileOf = async (fileId: string) => (await api().as(clerks.clerk, 'get', `/files/${fileId}`)).body as FileView;
  const sheetOf = async (fileId: string) =>
    ((await api().as(clerks.clerk, 'get', `/files/${fileId}/notes`)).body as { items: NoteView[] }).items;
  const filesOf = (fileId: string, by = clerks.clerk) => api().as(by, 'get', `/files/${fileId}/notes/1/signature`);

  it('freeze with the signature of their author, which another program verifies over their words alone', async () => {
    const fileId = await noted();
    expect(await fileOf(fileId)).toMatchObject({ signedNotes: true, pendingNote: { signedAt: null } });
    expect((await sign(fileId)).status).toBe(200);
    const { pendingNote } = await fileOf(fileId);
    expect(pendingNote).toMatchObject({ colour: 'green', signedAt: expect.any(String) as string });
    expect((await send(fileId)).status).toBe(200);
    const [note] = await sheetOf(fileId);
    expect(note?.signature).toMatchObject({
      fileId,
      note: 1,
      certificate: { holder: 'Asha Devi' },
      at: pendingNote?.signedAt,
    });
    const files = (await filesOf(fileId)).body as NoteSignatureFiles;
    const said = JSON.parse(files.signed) as object;
    expect(said).toMatchObject({
      noteId: note?.id,
      fileId,
      text: note?.text,
      decision: null,
      author: { userId: clerks.clerk.userId, postId: clerks.clerk.postId, post: 'DH(EST)-1' },
    });
    expect(verified(authority, files, files.signed)).toBe(files.signed);
    expect(() => verified(authority, files, files.signed.replace(WORDS, 'प्रस्ताव अस्वीकार करने योग्य है।'))).toThrow(
      /digest|verif/i,
    );
  });

  it('are signed once, however often the same request comes', async () => {
    const fileId = await noted();
    const headers = { 'idempotency-key': randomUUID() };
    const made = jest.spyOn(api().office.get<DocumentSigning>(DOCUMENT_SIGNING), 'signDetached');
    const signOnce = () => ask(clerks.clerk, `/files/${fileId}/notes/pending/sign`, key, headers);
    const first = await signOnce();
    expect(first.status).toBe(200);
    expect(await signOnce()).toMatchObject({ status: 200, body: first.body as object });
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });

  it('are shown with their signature to whoever reads the file alone (404)', async () => {
    const fileId = await noted();
    await sign(fileId);
    await send(fileId);
    expect((await filesOf(fileId, clerks.officer)).status).toBe(200);
    for (const [by, of] of [
      [clerks.stranger, fileId],
      [clerks.clerk, await noted()],
    ] as const) {
      const { status, body } = await filesOf(of, by);
      expect([status, body]).toMatchObject([404, { code: 'not-found' }]);
    }
  });

  it('are not sent without it, nor with other words than were signed (409)', async () => {
    const fileId = await noted();
    const refused = async (more: object) => {
      const { status, body } = await send(fileId, more);
      expect([status, body]).toMatchObject([409, { code: 'note-unsigned' }]);
    };
    await refused({ confirmNote: true });
    await ask(clerks.clerk, `/files/${fileId}/notes/pending/confirm`);
    await refused({});
    await sign(fileId);
    await refused({ note: aNote('अन्य शब्द'), confirmNote: true });
    await ask(clerks.clerk, `/files/${fileId}/notes/pending/take-back`);
    expect((await fileOf(fileId)).pendingNote).toMatchObject({ colour: 'yellow', signedAt: null });
    await refused({ confirmNote: true });
    await sign(fileId);
    expect((await send(fileId)).status).toBe(200);
  });

  it('stay unsigned when the passphrase is another, the key is, or is a token (422, 404)', async () => {
    const fileId = await noted();
    const wrong = await sign(fileId, { ...key, passphrase: 'another passphrase' });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { code: 'passphrase-wrong', errors: [{ pointer: '#/passphrase' }] },
    ]);
    const others = await giveKey(api().office, clerks.officer);
    expect(await sign(fileId, others)).toMatchObject({ status: 404 });
    const token = (await ask(clerks.clerk, '/signing-keys/token', await aToken(clerks.clerk))).body as SigningKeyView;
    const byToken = await sign(fileId, { keyId: token.id, passphrase: null });
    expect([byToken.status, byToken.body]).toMatchObject([422, { code: 'signature-unfit' }]);
    expect((await fileOf(fileId)).pendingNote).toMatchObject({ colour: 'yellow', signedAt: null });
  });

  it('are signed by whoever has the file on his desk, and something to say (404, 409)', async () => {
    const fileId = await openAFile(api(), clerks.clerk);
    expect((await sign(fileId, undefined, clerks.stranger)).status).toBe(404);
    expect((await sign(fileId)).body).toMatchObject({ code: 'no-note' });
  });

  it('are not confirmed with a signature over what they were before', async () => {
    const fileId = await noted();
    const signing = api().office.get<DocumentSigning>(DOCUMENT_SIGNING);
    const real = signing.signDetached.bind(signing);
    jest.spyOn(signing, 'signDetached').mockImplementationOnce(async (...given) => {
      await api().office.rows('UPDATE pending_note SET version = version + 1 WHERE file_id = $1', [fileId]);
      return await real(...given);
    });
    const { status, body } = await sign(fileId);
    expect([status, body]).toMatchObject([412, { code: 'changed-meanwhile' }]);
    expect((await fileOf(fileId)).pendingNote).toMatchObject({ colour: 'yellow', signedAt: null });
  });

  it('are never agreed with in silence: a file sent on without a word is sent on', async () => {
    const fileId = await noted();
    await sign(fileId);
    await send(fileId);
    await ask(clerks.officer, `/files/${fileId}/forward`, { toPostId: clerks.stranger.postId, explanation: undefined });
    expect(await sheetOf(fileId)).toHaveLength(1);
  });

  it('need none once the office wants none, and may have one', async () => {
    await wantSigned(false);
    const [unsigned, signed] = [await noted(), await noted()];
    expect((await send(unsigned, { confirmNote: true })).status).toBe(200);
    await sign(signed);
    expect((await send(signed)).status).toBe(200);
    expect((await sheetOf(unsigned)).map(({ signature }) => signature)).toEqual([null]);
    expect((await sheetOf(signed))[0]?.signature).not.toBeNull();
    await wantSigned(true);
  });
});
