import { X509Certificate } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { ESignConfig } from '@patravali/config';
import type { ESignBegun, IssueView, LetterToSignView } from '@patravali/contract';
import { validIn } from '../../../libs/platform/signatures/test/signatures-of';
import { type Consent, StandInESign } from '../../../libs/platform/signatures/test/stand-in-esign';
import { has } from '../../../libs/platform/typesetting/test/tools';
import { usernameOf } from '../../support/signing/trust-acts';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { backFromESign, ESignOffice } from '../../support/signing/esign-office';
import { giveKey, trustRoot } from '../../support/signing/signing-keys';
import { twoSignatories } from '../../support/signing/two-signatories';

/** Each visit makes keys with OpenSSL. */
const LONG = 120_000;
const withTools = has('openssl') && has('pdfsig') ? describe : describe.skip;

/** Against our own stand-in only: no real provider has been asked. */
withTools('a letter signed by eSign', () => {
  const config: { eSign?: ESignConfig } = {};
  let office: ESignOffice;
  beforeAll(() => {
    office = new ESignOffice();
    config.eSign = office.eSign;
  });
  const api = useApi({ config });
  let clerks: Clerks;
  const { ask, numbered, issuedPdf } = twoSignatories(api, () => clerks);
  beforeAll(async () => {
    clerks = await appointClerks(api());
    await trustRoot(api().office, office.authority.pem);
  });
  afterAll(() => office.close());

  const begin = (by: Actor, letterId: string) => ask(by, `/letters-to-sign/${letterId}/esign`);
  const complete = (by: Actor, letterId: string) => ask(by, `/letters-to-sign/${letterId}/esign/complete`);
  /** What the browser brings back from there, where the person says who he is. */
  const visited = async (by: Actor, letterId: string, consent: Consent = 'agrees', person = by.name.en) => {
    const { body } = await begin(by, letterId);
    // The service knows him whatever name he says; whoever is somebody else has a number of his own.
    const number = person === by.name.en ? by.userId : undefined;
    return office.visit(body as ESignBegun, { person, number, consent });
  };
  const back = (letterId: string, form: string) => api().ask('post', `/esign/${letterId}`, backFromESign(form));
  const signedBy = async (by: Actor, letterId: string) => {
    await back(letterId, await visited(by, letterId));
    return await complete(by, letterId);
  };
  const kept = async () => ({
    signatures: (await api().office.rows('SELECT FROM letter_signature')).length,
    keys: (await api().office.rows(`SELECT FROM signing_key WHERE kind = 'esign'`)).length,
    events: (await api().office.rows(`SELECT FROM event WHERE name = 'draft.signed'`)).length,
  });
  const waiting = (letterId: string) =>
    api().office.rows<{ answered: boolean }>(
      'SELECT answered_at IS NOT NULL AS answered FROM esign_request WHERE issue_id = $1',
      [letterId],
    );
  /** Nothing has changed, and the letter still waits for the officer. */
  const refused = async (letterId: string, code: string) => {
    const before = await kept();
    const { status, body } = await complete(clerks.officer, letterId);
    expect([status, body]).toMatchObject([409, { code }]);
    expect(await kept()).toEqual(before);
    const view = (await api().as(clerks.officer, 'get', `/letters-to-sign/${letterId}`)).body as LetterToSignView;
    expect([view.isYourTurn, view.signed]).toEqual([true, 0]);
    return (body as { detail: string }).detail;
  };

  it(
    'goes to the service with a hash and comes back signed, one officer after the other; each signature is valid',
    async () => {
      const id = await numbered();
      const { body } = await api().as(clerks.officer, 'get', `/letters-to-sign/${id}`);
      expect((body as LetterToSignView).eSign).toBe(true);
      const form = await visited(clerks.officer, id);
      expect(await waiting(id)).toEqual([{ answered: false }]);
      const { status, headers } = await back(id, form);
      expect([status, headers.location]).toEqual([303, `/letters-to-sign/${id}?esign=back`]);
      expect(await complete(clerks.officer, id)).toMatchObject({ status: 200, body: { state: 'numbered', signed: 1 } });
      expect(await signedBy(clerks.stranger, id)).toMatchObject({ status: 200, body: { state: 'issued', signed: 2 } });
      expect(await waiting(id)).toEqual([]);
      const pdf = await issuedPdf(id);
      expect(validIn(pdf)).toBe(2);
      const issue = (await api().as(clerks.officer, 'get', `/issues/${id}`)).body as IssueView;
      expect(issue.signatures.map(({ by, certificate }) => [by.name.en, certificate.subject])).toEqual(
        [clerks.officer, clerks.stranger].map(({ name, userId }) => [
          name.en,
          `C=IN, O=Patravali Test, CN=${name.en}, serialNumber=${userId}`,
        ]),
      );
      // Nobody has the keys any more, so nobody is shown them among his own.
      const states = await api().office.rows(`SELECT DISTINCT state FROM signing_key WHERE kind = 'esign'`);
      expect(states).toEqual([{ state: 'replaced' }]);
      const keys = await api().as(clerks.officer, 'get', '/signing-keys');
      expect(keys.body).toEqual({ items: [] });
      expect((await api().office.rows(`SELECT FROM event WHERE name = 'draft.signed'`)).length).toBe(1);
      pdf[pdf.length >> 1] = (pdf[pdf.length >> 1] ?? 0) ^ 1;
      expect(validIn(pdf)).toBeLessThan(2);
    },
    LONG,
  );

  it(
    'is signed by eSign and by a key, in any order',
    async () => {
      const id = await numbered();
      await signedBy(clerks.officer, id);
      const withKey = await giveKey(api().office, clerks.stranger);
      expect(await ask(clerks.stranger, `/letters-to-sign/${id}/sign`, withKey)).toMatchObject({ status: 200 });
      expect(validIn(await issuedPdf(id))).toBe(2);
    },
    LONG,
  );

  it(
    'is completed once: the same answer again changes nothing, and is refused (409)',
    async () => {
      const id = await numbered();
      const form = await visited(clerks.officer, id);
      await back(id, form);
      const both = await Promise.all([complete(clerks.officer, id), complete(clerks.officer, id)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const before = await kept();
      expect((await back(id, form)).status).toBe(303);
      const again = await complete(clerks.officer, id);
      expect([again.status, again.body]).toMatchObject([409, { code: 'esign-unknown' }]);
      expect(await kept()).toEqual(before);
    },
    LONG,
  );

  it(
    'answers a repeated request with what it answered first',
    async () => {
      const id = await numbered();
      await back(id, await visited(clerks.officer, id));
      const headers = { 'idempotency-key': 'completed-twice' };
      const path = `/letters-to-sign/${id}/esign/complete`;
      const first = await api().as(clerks.officer, 'post', path, { headers, body: {} });
      const second = await api().as(clerks.officer, 'post', path, { headers, body: {} });
      expect([second.status, second.body]).toEqual([200, first.body]);
    },
    LONG,
  );

  it(
    'is refused when the person cancels, and is asked anew (409)',
    async () => {
      const id = await numbered();
      await back(id, await visited(clerks.officer, id, 'declines'));
      await refused(id, 'esign-declined');
      expect(await waiting(id)).toEqual([]);
      expect(await signedBy(clerks.officer, id)).toMatchObject({ status: 200 });
    },
    LONG,
  );

  it(
    'is refused when another person has signed there, by name and in both languages (409)',
    async () => {
      const id = await numbered();
      await back(id, await visited(clerks.officer, id, 'agrees', 'Somebody Else'));
      expect(await refused(id, 'esign-other-person')).toContain('Somebody Else');
      await back(id, await visited(clerks.officer, id, 'agrees', 'Somebody Else'));
      const path = `/letters-to-sign/${id}/esign/complete`;
      const { body } = await api().as(clerks.officer, 'post', path, { headers: { 'accept-language': 'hi' }, body: {} });
      expect((body as { detail: string }).detail).toContain('ई-साइन सेवा');
    },
    LONG,
  );

  it(
    'is taken from whom the service knows by a number that an administrator has bound to him',
    async () => {
      const id = await numbered();
      const { officer, administrator } = clerks;
      const asKnownThere = async () => {
        const { body } = await begin(officer, id);
        await back(id, office.visit(body as ESignBegun, { person: officer.name.en, number: 'PSA-77' }));
      };
      await asKnownThere();
      expect(await refused(id, 'esign-other-person')).toContain('PSA-77');
      const rootFingerprint = new X509Certificate(office.authority.pem).fingerprint256;
      const holder = { number: 'PSA-77', name: officer.name.en, rootFingerprint };
      const bound = { username: usernameOf(officer), holder, reason: 'आधार से मिलान किया' };
      expect(await ask(administrator, '/certificate-bindings', bound)).toMatchObject({ status: 201 });
      await asKnownThere();
      expect(await complete(officer, id)).toMatchObject({ status: 200, body: { signed: 1 } });
    },
    LONG,
  );

  it(
    'is refused when what comes back is not from the service, or is to another request (409)',
    async () => {
      const [id, other] = [await numbered(), await numbered()];
      const ofOther = await visited(clerks.officer, other);
      const genuine = await visited(clerks.officer, id);
      const { name, userId } = clerks.officer;
      const forged = new StandInESign(office.authority, name.en, userId);
      const begun = (await begin(clerks.officer, id)).body as ESignBegun;
      const fields = Object.fromEntries(begun.fields.map(({ name, value }) => [name, value]));
      // Of another service; changed; to another letter; to the request before this one; nothing at all.
      for (const form of [
        forged.visit(fields),
        genuine.replace('status%3D%221', 'status%3D%222'),
        ofOther,
        genuine,
        '',
      ]) {
        expect((await back(id, form)).status).toBe(303);
        expect(await waiting(id)).toEqual([{ answered: false }]);
        await refused(id, 'esign-unanswered');
      }
      // The genuine answer to the request that waits is still taken.
      await back(id, office.visit(begun, { person: name.en, number: userId }));
      expect(await complete(clerks.officer, id)).toMatchObject({ status: 200 });
    },
    LONG,
  );

  it(
    'is refused when the answer is late, and when it is over something else (409)',
    async () => {
      const id = await numbered();
      for (const [minutes, code] of [
        [16, 'esign-late'],
        [1, 'esign-unfit'],
      ] as const) {
        await back(id, await visited(clerks.officer, id));
        // Another time is other bytes.
        await api().office.rows(`UPDATE esign_request SET at = at - $2 * INTERVAL '1 minute' WHERE issue_id = $1`, [
          id,
          minutes,
        ]);
        await refused(id, code);
        expect(await waiting(id)).toEqual([]);
      }
    },
    LONG,
  );

  it(
    'is begun and completed by whose turn it is, after a confirmation (404, 409, 403)',
    async () => {
      const id = await numbered();
      for (const act of [begin, complete]) expect((await act(clerks.clerk, id)).status).toBe(404);
      const early = await begin(clerks.stranger, id);
      expect([early.status, early.body]).toMatchObject([409, { code: 'not-your-turn' }]);
      await refused(id, 'esign-unknown');
      await back(id, await visited(clerks.officer, id));
      const other = await complete(clerks.stranger, id);
      expect([other.status, other.body]).toMatchObject([409, { code: 'esign-unknown' }]);
      await api().office.rows('UPDATE session SET confirmed_at = NULL');
      const unconfirmed = await begin(clerks.officer, id);
      expect([unconfirmed.status, unconfirmed.body]).toMatchObject([403, { code: 'confirm-needed' }]);
    },
    LONG,
  );
});

describe('an office without an eSign service', () => {
  const api = useApi();
  let clerks: Clerks;
  const { ask, numbered } = twoSignatories(api, () => clerks);

  it('offers none and asks none (409)', async () => {
    clerks = await appointClerks(api());
    const id = await numbered();
    const view = (await api().as(clerks.officer, 'get', `/letters-to-sign/${id}`)).body as LetterToSignView;
    expect(view.eSign).toBe(false);
    const { status, body } = await ask(clerks.officer, `/letters-to-sign/${id}/esign`);
    expect([status, body]).toMatchObject([409, { code: 'esign-not-configured' }]);
  });
});
