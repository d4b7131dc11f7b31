import type { Actor } from '@patravali/authorization';
import type { LetterPrepared } from '@patravali/contract';
import { Authority, type IssuedKey } from '../../../libs/platform/signatures/test/authority';
import { has } from '../../../libs/platform/typesetting/test/tools';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { giveKey, trustRoot } from '../../support/signing/signing-keys';

const withTools = has('openssl') ? describe : describe.skip;

/** OpenSSL plays the token: it has the private key, and gets nothing but what is to be signed. */
withTools('a letter signed with a token', () => {
  const api = useApi();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  let clerks: Clerks;
  let own: IssuedKey;
  let keyId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const { name, userId: number } = clerks.officer;
    own = authority.issue({ name: name.en, number });
    await trustRoot(api().office, authority.pem);
    const { status, body } = await add(clerks.officer, Buffer.from(own.pem));
    expect([status, body]).toMatchObject([201, { kind: 'token', state: 'in_use' }]);
    keyId = (body as { id: string }).id;
  }, 120_000);
  afterAll(() => authority.close());

  const add = (by: Actor, file: Uint8Array) =>
    api().as(by, 'post', '/signing-keys/token', { body: { certificates: Buffer.from(file).toString('base64') } });
  const numbered = async () => {
    const fileId = await openAFile(api(), clerks.officer);
    const ask = async (path: string, body: object = {}) =>
      (await api().as(clerks.officer, 'post', path, { body })).body as { id: string; issueId: string };
    const content = { ...aLetter(clerks.officer.postId), coSignatoryPostIds: [clerks.stranger.postId] };
    const { id } = await ask(`/files/${fileId}/drafts`, { content });
    await ask(`/drafts/${id}/approve`, { draftVersion: 1 });
    return (await ask(`/drafts/${id}/number`)).issueId;
  };
  const prepare = (by: Actor, letterId: string, key = keyId) =>
    api().as(by, 'post', `/letters-to-sign/${letterId}/prepare`, { body: { keyId: key } });
  const sign = (letterId: string, made: object | null) =>
    api().as(clerks.officer, 'post', `/letters-to-sign/${letterId}/sign`, { body: { keyId, made } });
  const tokenSigns = ({ toSign }: LetterPrepared): string => {
    const file = authority.file('to-sign.der', new Uint8Array(Buffer.from(toSign, 'base64')));
    return Buffer.from(authority.openssl('dgst', '-sha256', '-sign', own.keyPath, file)).toString('base64');
  };

  it('is prepared, signed elsewhere, and put together; preparing changes nothing', async () => {
    const letterId = await numbered();
    // How often it was asked for is counted.
    const kept = async () => ({ ...(await api().office.counts()), recent_use: 0 });
    const before = await kept();
    const prepared = await prepare(clerks.officer, letterId);
    expect([prepared.status, await kept()]).toEqual([200, before]);
    const { at, ...rest } = prepared.body as LetterPrepared;
    expect(rest.digestAlgorithm).toBe('SHA-256');
    const signed = await sign(letterId, { signature: tokenSigns({ at, ...rest }), at });
    expect([signed.status, signed.body]).toMatchObject([200, { state: 'numbered', signed: 1, of: 2 }]);
    const [row] = await api().office.rows<{ at: string }>('SELECT at FROM letter_signature WHERE issue_id = $1', [
      letterId,
    ]);
    expect(new Date(row?.at ?? 0).toISOString()).toBe(at);
  });

  it('is refused when the signature is missing, or is one over another letter (422)', async () => {
    const [letterId, other] = [await numbered(), await numbered()];
    const prepared = (await prepare(clerks.officer, other)).body as LetterPrepared;
    for (const made of [null, { signature: tokenSigns(prepared), at: prepared.at }]) {
      const { status, body } = await sign(letterId, made);
      expect([status, body]).toMatchObject([
        422,
        { code: 'signature-unfit', errors: [{ pointer: '#/made/signature' }] },
      ]);
    }
  });

  it('is signed among several; what was made of another letter is refused for itself, and nothing made for all (422)', async () => {
    const letters = [await numbered(), await numbered()];
    const signAll = (made: readonly object[] | null) =>
      api().as(clerks.officer, 'post', '/desk/to-sign/acts', { body: { issueIds: letters, keyId, made } });
    const none = await signAll(null);
    expect([none.status, none.body]).toMatchObject([422, { code: 'signature-unfit' }]);
    const made = [];
    for (const id of letters) {
      const prepared = (await prepare(clerks.officer, letters[0] ?? '')).body as LetterPrepared;
      made.push({ id, signature: tokenSigns(prepared), at: prepared.at });
    }
    const { status, body } = await signAll(made);
    expect([status, body]).toMatchObject([
      200,
      {
        items: [
          { id: letters[0], signed: { signed: 1, of: 2 }, refusal: null },
          { id: letters[1], signed: null, refusal: { code: 'signature-unfit' } },
        ],
      },
    ]);
  });

  it('is refused when it was prepared long ago, or is to be prepared yet (409)', async () => {
    const letterId = await numbered();
    const prepared = (await prepare(clerks.officer, letterId)).body as LetterPrepared;
    const signature = tokenSigns(prepared);
    for (const minutes of [-16, 1]) {
      const at = new Date(Date.parse(prepared.at) + minutes * 60_000).toISOString();
      const { status, body } = await sign(letterId, { signature, at });
      expect([status, body]).toMatchObject([409, { code: 'prepared-long-ago', params: { minutes: 15 } }]);
    }
  });

  it('is prepared for whoever is to sign it next, with a token of his own (404, 409)', async () => {
    const letterId = await numbered();
    expect((await prepare(clerks.clerk, letterId)).status).toBe(404);
    const early = await prepare(clerks.stranger, letterId);
    expect([early.status, early.body]).toMatchObject([409, { code: 'not-your-turn' }]);
    const p12 = await giveKey(api().office, clerks.officer);
    const none = await prepare(clerks.officer, letterId, p12.keyId);
    expect([none.status, none.body]).toMatchObject([404, { code: 'not-found' }]);
  });

  it('needs certificates that can be read (422)', async () => {
    const { status, body } = await add(clerks.stranger, Buffer.from('no certificate'));
    expect([status, body]).toMatchObject([
      422,
      { code: 'certificates-unread', errors: [{ pointer: '#/certificates' }] },
    ]);
  });
});
