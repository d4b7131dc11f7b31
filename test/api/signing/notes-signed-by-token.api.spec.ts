import type { Actor } from '@patravali/authorization';
import type { FileView, NotePrepared, PostsConsulted, SigningKeyView } from '@patravali/contract';
import { Authority } from '../../../libs/platform/signatures/test/authority';
import { useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile, openAFileWithNote } from '../../support/http/clerks';
import { filesOfNote, verified } from '../../support/signing/cms-verified';
import { asking } from '../../support/acts/consultation-acts';
import { trustRoot } from '../../support/signing/signing-keys';
import { copyStands } from '../../support/office/copy-stands';
import { describeWithSoftToken, SoftToken } from '../../support/signing/soft-token';

describeWithSoftToken('a note signed with a PKCS#11 token', () => {
  const api = useApi();
  let clerks: Clerks;
  let authority: Authority;
  let token: SoftToken;
  let keyId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    authority = new Authority();
    token = new SoftToken(authority, 'Ravi Kumar', clerks.stranger.userId);
    await trustRoot(api().office, authority.pem);
    const certificates = Buffer.from(token.certificate).toString('base64');
    keyId = ((await ask(clerks.stranger, '/signing-keys/token', { certificates })).body as SigningKeyView).id;
    await wantSigned(true);
  }, 120_000);
  afterAll(() => {
    token.close();
    authority.close();
  });

  const ask = (by: Actor, path: string, body: object = {}) => api().as(by, 'post', path, { body });
  const wantSigned = (signedNotes: boolean) =>
    api().as(clerks.administrator, 'put', '/signing-rule', { body: { signedForms: [], signedNotes } });
  const noted = async () => {
    const fileId = await openAFile(api(), clerks.stranger);
    await ask(clerks.stranger, `/files/${fileId}/notes`, aNote('प्रस्ताव स्वीकार करने योग्य है।'));
    return { fileId, pending: `/files/${fileId}/notes/pending` };
  };
  /** What is prepared there is signed in the token and brought back. */
  const signedAt = async (path: string, words: object = {}, changed: object = {}) => {
    const prepared = (await ask(clerks.stranger, `${path}/prepare`, { ...words, keyId })).body as NotePrepared;
    const made = { signature: token.sign(prepared.toSign), at: prepared.at };
    return await ask(clerks.stranger, `${path}/sign`, { ...words, keyId, made, ...changed });
  };
  const valid = async (by: Actor, fileId: string, note = 1) => {
    const files = await filesOfNote(api(), by, fileId, note);
    expect(verified(authority, files, files.signed)).toBe(files.signed);
    expect(() => verified(authority, files, files.signed.replace('"version":1', '"version":2'))).toThrow(
      /digest|verif/i,
    );
  };

  it('is prepared, signed in the token, and sent: another program verifies it', async () => {
    const { fileId, pending } = await noted();
    expect(await signedAt(pending)).toMatchObject({ status: 200 });
    expect(await ask(clerks.stranger, `/files/${fileId}/forward`, { toPostId: clerks.officer.postId })).toMatchObject({
      status: 200,
    });
    await valid(clerks.officer, fileId);
  });

  it('is refused when the token has signed something else, or long ago (422, 409)', async () => {
    const { fileId, pending } = await noted();
    const of = async (path: string) => (await ask(clerks.stranger, `${path}/prepare`, { keyId })).body as NotePrepared;
    const [own, others] = [await of(pending), await of((await noted()).pending)];
    const signing = async (made: object) => {
      const { status, body } = await ask(clerks.stranger, `${pending}/sign`, { keyId, made });
      return [status, body];
    };
    expect(await signing({ signature: token.sign(others.toSign), at: own.at })).toMatchObject([
      422,
      { code: 'signature-unfit' },
    ]);
    const at = new Date(new Date(own.at).getTime() - 60 * 60_000).toISOString();
    expect(await signing({ signature: token.sign(own.toSign), at })).toMatchObject([
      409,
      { code: 'prepared-long-ago' },
    ]);
    const file = (await api().as(clerks.stranger, 'get', `/files/${fileId}`)).body as FileView;
    expect(file.pendingNote).toMatchObject({ colour: 'yellow', signedAt: null });
  });

  it('is prepared for its author alone, with his own token (404)', async () => {
    const { pending } = await noted();
    for (const [by, key] of [
      [clerks.clerk, keyId],
      [clerks.stranger, crypto.randomUUID()],
    ] as const)
      expect(await ask(by, `${pending}/prepare`, { keyId: key })).toMatchObject({ status: 404 });
  });

  it('may be an opinion, over these very words', async () => {
    // The note that goes onto the sheet with the question is not signed here.
    await wantSigned(false);
    const fileId = await openAFileWithNote(api(), clerks.officer);
    const { path, body } = asking(fileId, clerks.stranger);
    const { consultedIds } = (await ask(clerks.officer, path, body)).body as PostsConsulted;
    await copyStands(api().office, consultedIds[0] ?? '');
    await wantSigned(true);
    const question = `/consultations/${consultedIds[0] ?? ''}`;
    const changed = await signedAt(question, aNote('बजट उपलब्ध है।'), aNote('बजट उपलब्ध नहीं है।'));
    expect([changed.status, changed.body]).toMatchObject([422, { code: 'signature-unfit' }]);
    expect(await signedAt(question, aNote('बजट उपलब्ध है।'))).toMatchObject({ status: 201, body: { note: 2 } });
    await valid(clerks.officer, fileId, 2);
  });
});
