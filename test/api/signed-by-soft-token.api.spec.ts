import type { Actor } from '@patravali/authorization';
import type { IssueView, LetterPrepared, LetterToSignView } from '@patravali/contract';
import { Authority } from '../../libs/platform/typesetting/test/authority';
import { validIn } from '../../libs/platform/typesetting/test/signatures-of';
import { useApi } from '../support/api';
import { appointClerks, type Clerks } from '../support/clerks';
import { describeWithSoftToken, SoftToken } from '../support/soft-token';
import { twoSignatories } from '../support/two-signatories';

/** Two tokens behind PKCS#11, as officers have them: what is prepared is signed by the program that talks to them. */
describeWithSoftToken('a letter signed with PKCS#11 tokens', () => {
  const api = useApi();
  let clerks: Clerks;
  const { ask, numbered, issuedPdf } = twoSignatories(api, () => clerks);
  let authority: Authority;
  const tokens = new Map<string, { token: SoftToken; keyId: string }>();

  beforeAll(async () => {
    clerks = await appointClerks(api());
    authority = new Authority();
    for (const [by, name] of [
      [clerks.officer, 'Asha Devi'],
      [clerks.stranger, 'Ravi Kumar'],
    ] as const) {
      const token = new SoftToken(authority, name);
      const certificates = Buffer.from(token.certificate).toString('base64');
      const { body } = await ask(by, '/signing-keys/token', { certificates });
      tokens.set(by.userId, { token, keyId: (body as { id: string }).id });
    }
  }, 120_000);
  afterAll(() => {
    tokens.forEach(({ token }) => token.close());
    authority.close();
  });

  const signedBy = async (by: Actor, letterId: string) => {
    const { token, keyId } = tokens.get(by.userId) ?? { keyId: '' };
    const prepared = (await ask(by, `/letters-to-sign/${letterId}/prepare`, { keyId })).body as LetterPrepared;
    const made = { signature: token?.sign(prepared.toSign), at: prepared.at };
    return await ask(by, `/letters-to-sign/${letterId}/sign`, { keyId, made });
  };

  it('is prepared, signed in the token, and put together: each signature is valid', async () => {
    const id = await numbered();
    const { body } = await api().as(clerks.officer, 'get', `/letters-to-sign/${id}`);
    expect((body as LetterToSignView).stamped).toBe(false);
    expect(await signedBy(clerks.officer, id)).toMatchObject({ status: 200, body: { state: 'numbered' } });
    expect(await signedBy(clerks.stranger, id)).toMatchObject({ status: 200, body: { state: 'issued' } });
    const pdf = await issuedPdf(id);
    expect(validIn(pdf)).toBe(2);
    const issue = (await api().as(clerks.officer, 'get', `/issues/${id}`)).body as IssueView;
    expect(issue.signatures.map(({ level, certificate }) => [level, certificate.subject])).toEqual([
      ['B-B', 'C=IN, O=Patravali Test, CN=Asha Devi'],
      ['B-B', 'C=IN, O=Patravali Test, CN=Ravi Kumar'],
    ]);
    pdf[pdf.length >> 1] = (pdf[pdf.length >> 1] ?? 0) ^ 1;
    expect(validIn(pdf)).toBeLessThan(2);
  });

  it('is refused when the token of another has signed it (422)', async () => {
    const id = await numbered();
    const own = tokens.get(clerks.officer.userId);
    const prepare = await ask(clerks.officer, `/letters-to-sign/${id}/prepare`, { keyId: own?.keyId });
    const { toSign, at } = prepare.body as LetterPrepared;
    const made = { signature: tokens.get(clerks.stranger.userId)?.token.sign(toSign), at };
    const { status, body } = await ask(clerks.officer, `/letters-to-sign/${id}/sign`, { keyId: own?.keyId, made });
    expect([status, body]).toMatchObject([422, { code: 'signature-unfit' }]);
  });
});
