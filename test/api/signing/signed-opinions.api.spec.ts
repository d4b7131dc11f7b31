import type { Actor } from '@patravali/authorization';
import type { NoteView, PostsConsulted } from '@patravali/contract';
import { Authority } from '../../../libs/platform/signatures/test/authority';
import { has } from '../../../libs/platform/typesetting/test/tools';
import { useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFileWithNote } from '../../support/http/clerks';
import { filesOfNote, verified } from '../../support/signing/cms-verified';
import { asking } from '../../support/acts/consultation-acts';
import { copyStands } from '../../support/office/copy-stands';
import { giveKey, type OwnKey, trustRoot } from '../../support/signing/signing-keys';

const withTools = has('openssl') ? describe : describe.skip;
const OPENS = 'a passphrase for signing';
const OPINION = aNote('बजट उपलब्ध है।');

withTools('an opinion in an office that has notes signed', () => {
  const api = useApi();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  let clerks: Clerks;
  let withKey: OwnKey;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const p12 = Buffer.from(
      authority.p12(authority.issue({ name: 'Ravi Kumar', number: clerks.stranger.userId }), OPENS),
    ).toString('base64');
    await trustRoot(api().office, authority.pem);
    withKey = await giveKey(api().office, clerks.stranger, { p12, password: OPENS });
    await wantSigned(true);
  }, 120_000);
  afterAll(() => authority.close());

  const ask = (by: Actor, path: string, body: object = {}) => api().as(by, 'post', path, { body });
  const wantSigned = (signedNotes: boolean) =>
    api().as(clerks.administrator, 'put', '/signing-rule', { body: { signedForms: [], signedNotes } });
  const asked = async () => {
    // The note that goes onto the sheet with the question is not signed here.
    await wantSigned(false);
    const fileId = await openAFileWithNote(api(), clerks.officer);
    const { path, body } = asking(fileId, clerks.stranger);
    const { consultedIds } = (await ask(clerks.officer, path, body)).body as PostsConsulted;
    await copyStands(api().office, consultedIds[0] ?? '');
    await wantSigned(true);
    return { fileId, question: `/consultations/${consultedIds[0] ?? ''}` };
  };
  const sheetOf = async (fileId: string) =>
    ((await api().as(clerks.officer, 'get', `/files/${fileId}/notes`)).body as { items: NoteView[] }).items;

  it('is given with the signature of its author, shown on the sheet and verified by another program', async () => {
    const { fileId, question } = await asked();
    expect(await api().as(clerks.stranger, 'get', question)).toMatchObject({ body: { signedNotes: true } });
    const given = await ask(clerks.stranger, `${question}/sign`, { ...OPINION, ...withKey });
    expect(given).toMatchObject({ status: 201, body: { note: 2 } });
    const [, note] = await sheetOf(fileId);
    expect(note).toMatchObject({
      kind: 'opinion',
      signature: { fileId, note: 2, certificate: { holder: 'Ravi Kumar' } },
    });
    const files = await filesOfNote(api(), clerks.officer, fileId, 2);
    expect(JSON.parse(files.signed)).toMatchObject({
      noteId: note?.id,
      fileId,
      text: note?.text,
      decision: null,
      kind: 'opinion',
      author: { userId: clerks.stranger.userId, postId: clerks.stranger.postId, post: 'SO(GAD)' },
    });
    expect(verified(authority, files, files.signed)).toBe(files.signed);
    expect(() => verified(authority, files, files.signed.replace('उपलब्ध', 'अनुपलब्ध'))).toThrow(/digest|verif/i);
  });

  it('is not given without, nor by the key of another, nor by who was not asked (409, 422, 404)', async () => {
    const { fileId, question } = await asked();
    const unsigned = await ask(clerks.stranger, `${question}/answer`, OPINION);
    expect([unsigned.status, unsigned.body]).toMatchObject([409, { code: 'opinion-unsigned' }]);
    const signing = (by: Actor, more: object = {}) => ask(by, `${question}/sign`, { ...OPINION, ...withKey, ...more });
    const wrong = await signing(clerks.stranger, { passphrase: 'another passphrase' });
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'passphrase-wrong' }]);
    expect(await signing(clerks.clerk)).toMatchObject({ status: 404 });
    expect(await signing(clerks.stranger, { text: { version: 1, paragraphs: [] } })).toMatchObject({
      body: { code: 'note-empty' },
    });
    expect(await sheetOf(fileId)).toHaveLength(1);
    expect(await signing(clerks.stranger)).toMatchObject({ status: 201 });
    expect(await signing(clerks.stranger)).toMatchObject({ status: 409, body: { code: 'consultation-ended' } });
  });

  it('needs none where the office wants none, and may have one', async () => {
    const [plain, signed] = [await asked(), await asked()];
    await wantSigned(false);
    expect(await api().as(clerks.stranger, 'get', plain.question)).toMatchObject({ body: { signedNotes: false } });
    expect(await ask(clerks.stranger, `${plain.question}/answer`, OPINION)).toMatchObject({ status: 201 });
    await ask(clerks.stranger, `${signed.question}/sign`, { ...OPINION, ...withKey });
    expect((await sheetOf(plain.fileId)).map(({ signature }) => signature)).toEqual([null, null]);
    expect((await sheetOf(signed.fileId))[1]?.signature).not.toBeNull();
    await wantSigned(true);
  });
});
