import type { Actor } from '@patravali/authorization';
import type { TimestampConfig } from '@patravali/config';
import type { IssueView, LetterToSignView, Notice, StuckLetter } from '@patravali/contract';
import { MakeNotices } from '@patravali/notices';
import { Authority, type IssuedKey, PERSON, STAMPER } from '../../../libs/platform/signatures/test/authority';
import { type StandIn, standIn } from '../../../libs/platform/signatures/test/http-stand-in';
import { validIn } from '../../../libs/platform/signatures/test/signatures-of';
import { has } from '../../../libs/platform/typesetting/test/tools';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { giveKey, type OwnKey, trustRoot } from '../../support/signing/signing-keys';
import { twoSignatories } from '../../support/signing/two-signatories';

const OPENS = 'a passphrase for signing';
/** Each signature asks OpenSSL three times. */
const LONG = 120_000;
const withTools = has('openssl') && has('pdfsig') ? describe : describe.skip;

/** OpenSSL is the authority: it stamps, and says what is revoked. */
withTools('signatures of officers, where the office has named an authority for time stamps', () => {
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const config: { timestamp?: TimestampConfig } = {};
  let stamper: IssuedKey;
  let stamps: StandIn;
  let lists: StandIn;
  let stamping: (body: Buffer) => Uint8Array | number;
  let listing: () => Uint8Array | number;
  const listAt = (name: string) => `crlDistributionPoints=URI:${lists.url}/${name}.crl`;
  const asItShould = () => {
    stamping = (body) => authority.stamp(body, stamper);
    listing = () => authority.revocationList();
  };
  beforeAll(async () => {
    asItShould();
    stamps = await standIn(({ body }) => stamping(body));
    lists = await standIn(() => listing());
    stamper = authority.issue({ name: 'Time Stamp Authority', extensions: [...STAMPER, listAt('stamper')] });
    config.timestamp = { url: stamps.url, revocationHosts: [lists.host] };
  });
  const api = useApi({ config });
  let clerks: Clerks;
  const keys = new Map<string, OwnKey>();
  const { ask, numbered, issuedPdf } = twoSignatories(api, () => clerks);

  beforeAll(async () => {
    clerks = await appointClerks(api());
    await trustRoot(api().office, authority.pem);
    for (const by of [clerks.officer, clerks.stranger]) keys.set(by.userId, await newKey(by, by.name.en));
  }, 120_000);
  afterEach(asItShould);
  afterAll(async () => {
    await Promise.all([stamps.close(), lists.close()]);
    authority.close();
  });

  const newKey = async (by: Actor, name: string) => {
    const own = authority.issue({ name, number: by.userId, extensions: [...PERSON, listAt(String(++madeKeys))] });
    lastIssued = own;
    const p12 = Buffer.from(authority.p12(own, OPENS)).toString('base64');
    return await giveKey(api().office, by, { p12, password: OPENS });
  };
  let madeKeys = 0;
  let lastIssued: IssuedKey;
  const sign = (by: Actor, letterId: string) =>
    ask(by, `/letters-to-sign/${letterId}/sign`, { ...keys.get(by.userId) });
  const stuck = async (id: string) => {
    const { body } = await api().as(clerks.officer, 'get', '/issues/stuck?limit=200');
    return (body as { items: StuckLetter[] }).items.filter(({ issueId }) => issueId === id);
  };
  const signaturesOf = async (id: string) =>
    ((await api().as(clerks.officer, 'get', `/issues/${id}`)).body as IssueView).signatures;
  const levelsOf = async (id: string) => (await signaturesOf(id)).map(({ level }) => level);

  it(
    'have a time stamp each, and what proves their certificates',
    async () => {
      const id = await numbered();
      const { body } = await api().as(clerks.officer, 'get', `/letters-to-sign/${id}`);
      expect((body as LetterToSignView).stamped).toBe(true);
      expect(await sign(clerks.officer, id)).toMatchObject({ status: 200, body: { signed: 1, of: 2 } });
      expect(await sign(clerks.stranger, id)).toMatchObject({ status: 200, body: { state: 'issued' } });
      expect(await levelsOf(id)).toEqual(['B-LT', 'B-LT']);
      const pdf = await issuedPdf(id);
      expect(validIn(pdf)).toBe(2);
      expect(pdf.toString('latin1').match(/\/DSS/g)?.length).toBeGreaterThanOrEqual(2);
    },
    LONG,
  );

  it.each([
    ['is silent', () => 500],
    ['answers something else', () => Buffer.from('no time stamp')],
  ])(
    'are not made while the authority %s: the letter waits, is told as stuck, and is signed later (503)',
    async (_, says) => {
      const id = await numbered();
      stamping = says;
      const { status, body, headers } = await sign(clerks.officer, id);
      expect([status, body, headers['retry-after']]).toMatchObject([503, { code: 'timestamp-unavailable' }, '60']);
      expect(await api().office.rows('SELECT FROM letter_signature WHERE issue_id = $1', [id])).toEqual([]);
      expect(await stuck(id)).toMatchObject([
        { reason: 'not_stamped', recipient: null, draftId: expect.any(String) as string },
      ]);
      await sign(clerks.officer, id);
      expect(await stuck(id)).toHaveLength(1);
      asItShould();
      expect(await sign(clerks.officer, id)).toMatchObject({ status: 200, body: { signed: 1 } });
      expect(await stuck(id)).toEqual([]);
    },
    LONG,
  );

  it(
    'say that nobody proved the certificate, and go out, when its list is away',
    async () => {
      keys.set(clerks.officer.userId, await newKey(clerks.officer, clerks.officer.name.en));
      const id = await numbered();
      listing = () => 500;
      await sign(clerks.officer, id);
      asItShould();
      await sign(clerks.stranger, id);
      expect(await levelsOf(id)).toEqual(['B-T', 'B-LT']);
      expect((await signaturesOf(id)).map(({ revocation }) => revocation)).toEqual(['not_checked', 'good']);
      expect(validIn(await issuedPdf(id))).toBe(2);
    },
    LONG,
  );

  it(
    'are not made when the certificate is revoked (409), nor in the meantime where the office wants to know (503)',
    async () => {
      const id = await numbered();
      keys.set(clerks.officer.userId, await newKey(clerks.officer, clerks.officer.name.en));
      listing = () => 500;
      await api().office.rows('UPDATE organisation SET refuses_unchecked = true');
      const unchecked = await sign(clerks.officer, id);
      expect([unchecked.status, unchecked.body]).toMatchObject([503, { code: 'revocation-unchecked' }]);
      await api().office.rows('UPDATE organisation SET refuses_unchecked = false');
      asItShould();
      authority.revoke(lastIssued);
      const revoked = await sign(clerks.officer, id);
      expect([revoked.status, revoked.body]).toMatchObject([409, { code: 'certificate-revoked' }]);
      expect(await api().office.rows('SELECT FROM letter_signature WHERE issue_id = $1', [id])).toEqual([]);
      keys.set(clerks.officer.userId, await newKey(clerks.officer, clerks.officer.name.en));
      expect(await sign(clerks.officer, id)).toMatchObject({ status: 200 });
    },
    LONG,
  );

  it(
    'are asked of whoever signs next by a notice, as long as it is his turn',
    async () => {
      const told = async () => {
        await api().office.get(MakeNotices).execute();
        const { body } = await api().as(clerks.stranger, 'get', '/notices');
        return (body as { items: Notice[] }).items.filter(({ kind }) => kind === 'to_sign');
      };
      await api().office.get(MakeNotices).execute();
      await api().office.rows('DELETE FROM notice');
      const id = await numbered();
      expect(await told()).toEqual([]);
      await sign(clerks.officer, id);
      expect(await told()).toMatchObject([{ kind: 'to_sign', thing: { kind: 'file', subject: null } }]);
      await sign(clerks.stranger, id);
      expect(await told()).toEqual([]);
    },
    LONG,
  );
});
