import { createHash } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { IssueView, LetterPrepared, LettersPrepared, LettersSigned, LetterToSignView } from '@patravali/contract';
import { Authority } from '../../../libs/platform/signatures/test/authority';
import { validIn } from '../../../libs/platform/signatures/test/signatures-of';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { trustRoot } from '../../support/signing/signing-keys';
import { describeWithSoftToken, SoftToken } from '../../support/signing/soft-token';
import { twoSignatories } from '../../support/signing/two-signatories';

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
    await trustRoot(api().office, authority.pem);
    for (const by of [clerks.officer, clerks.stranger]) {
      const token = new SoftToken(authority, by.name.en, by.userId);
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
      ['B-B', subjectBy(clerks.officer)],
      ['B-B', subjectBy(clerks.stranger)],
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

  it('is signed together with others, prepared in one request and brought back in one: a bad signature refuses its letter alone', async () => {
    const [first, second, third] = [await numbered(), await numbered(), await numbered()];
    const { token, keyId } = tokens.get(clerks.officer.userId) ?? { keyId: '' };
    const foreign = crypto.randomUUID();
    const issueIds = [first, foreign, second, third];
    const prepare = await ask(clerks.officer, '/desk/to-sign/prepare', { issueIds, keyId });
    const { items } = prepare.body as LettersPrepared;
    expect(items.map(({ id, refusal }) => [id, refusal?.code])).toEqual([
      [first, undefined],
      [foreign, 'not-found'],
      [second, undefined],
      [third, undefined],
    ]);
    const made = items.flatMap(({ id, prepared }) =>
      prepared && id !== third ? [{ id, signature: token?.sign(prepared.toSign) ?? '', at: prepared.at }] : [],
    );
    for (const { prepared } of items.filter((item) => item.prepared))
      expect(prepared?.digest).toBe(
        createHash('sha256')
          .update(prepared?.toSign ?? '', 'base64')
          .digest('hex'),
      );
    // The signature of the second is that of the first; that of the third is missing.
    const mixed = made.map((each) => ({ ...each, signature: made[0]?.signature ?? '' }));
    const signed = await ask(clerks.officer, '/desk/to-sign/acts', {
      issueIds: [first, second, third],
      keyId,
      made: mixed,
    });
    expect(resultsOf(signed.body)).toEqual([
      [first, 'numbered', undefined],
      [second, undefined, 'signature-unfit'],
      [third, undefined, 'signature-unfit'],
    ]);
    // The right one is still taken, within its time.
    const again = await ask(clerks.officer, '/desk/to-sign/acts', { issueIds: [second], keyId, made });
    expect(resultsOf(again.body)).toEqual([[second, 'numbered', undefined]]);
    for (const id of [first, second]) {
      expect(await signedBy(clerks.stranger, id)).toMatchObject({ status: 200, body: { state: 'issued' } });
      expect(validIn(await issuedPdf(id))).toBe(2);
    }
  });

  it('is not signed together without signatures, with a digest of nothing, or twice in one request (422)', async () => {
    const id = await numbered();
    const { keyId } = tokens.get(clerks.officer.userId) ?? {};
    const none = await ask(clerks.officer, '/desk/to-sign/acts', { issueIds: [id], keyId });
    expect([none.status, none.body]).toMatchObject([422, { code: 'signature-unfit' }]);
    const made = { id, signature: '!', at: new Date().toISOString() };
    const bad = await ask(clerks.officer, '/desk/to-sign/acts', { issueIds: [id], keyId, made: [made] });
    expect(resultsOf(bad.body)[0]?.slice(0, 2)).toEqual([id, undefined]);
    const twice = await ask(clerks.officer, '/desk/to-sign/acts', { issueIds: [id], keyId, made: [made, made] });
    expect([twice.status, twice.body]).toMatchObject([422, { code: 'invalid-input' }]);
  });

  const subjectBy = ({ name, userId }: Actor) => `C=IN, O=Patravali Test, CN=${name.en}, serialNumber=${userId}`;
  const resultsOf = (body: unknown) =>
    (body as LettersSigned).items.map(({ id, signed, refusal }) => [id, signed?.state, refusal?.code]);
});
