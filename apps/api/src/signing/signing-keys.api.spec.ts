import type { Actor } from '@patravali/authorization';
import { ChildProcessQueue } from '@patravali/child-process';
import type { SigningKeyView } from '@patravali/contract';
import { useApi } from '../../../../test/support/http/api';
import { appointClerks, type Clerks } from '../../../../test/support/http/clerks';
import { aP12, PASSPHRASE } from '../../../../test/support/acts/signing-acts';

const api = useApi();
let clerks: Clerks;
beforeAll(async () => {
  clerks = await appointClerks(api());
});

const add = (by: Actor, body: object) => api().as(by, 'post', '/signing-keys', { body });
const list = async (by: Actor) => {
  const { body } = await api().as(by, 'get', '/signing-keys');
  return (body as { items: SigningKeyView[] }).items;
};
const events = async () =>
  (
    await api().office.rows<{ kind: string }>(`SELECT kind FROM security_event WHERE kind LIKE 'key%' ORDER BY at, id`)
  ).map(({ kind }) => kind);

/** As if its demo were being made. */
const theOfficeIsBehind = async (behind: string) => {
  await api().office.rows('ALTER TABLE office_clock DISABLE TRIGGER USER');
  await api().office.rows(
    'INSERT INTO office_clock (behind) VALUES ($1) ON CONFLICT (only_one) DO UPDATE SET behind = $1',
    [behind],
  );
  await api().office.rows('ALTER TABLE office_clock ENABLE TRIGGER USER');
};

describe('a signing key', () => {
  it('is kept under another passphrase than it came with, and shown by what its certificate says', async () => {
    const p12 = await aP12(clerks.officer);
    const { status, body } = await add(clerks.officer, p12);
    expect([status, body]).toMatchObject([
      201,
      {
        kind: 'p12',
        state: 'in_use',
        endedAt: null,
        boundBy: 'number',
        bearsOtherName: false,
        endsSoon: false,
        certificate: { holder: clerks.officer.name.en },
      },
    ]);
    const { certificate } = body as SigningKeyView;
    expect(certificate.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(new Date(certificate.validUntil).getTime()).toBeGreaterThan(Date.now());
    const [kept] = await api().office.rows<{ p12: string; whole: string }>(
      `SELECT p12, to_jsonb(k)::text AS whole FROM signing_key k`,
    );
    expect(kept?.p12).not.toBe(p12.p12);
    expect(kept?.whole).not.toContain(PASSPHRASE);
    expect(kept?.whole).not.toContain(p12.password);
    expect(await list(clerks.officer)).toEqual([body]);
    expect(await list(clerks.stranger)).toEqual([]);
  });

  it('is replaced by the next one: its certificate stays, the key itself goes', async () => {
    const [before] = await list(clerks.officer);
    await add(clerks.officer, await aP12(clerks.officer));
    const keys = await list(clerks.officer);
    expect(keys.map(({ state }) => state)).toEqual(['in_use', 'replaced']);
    expect(keys[1]).toMatchObject({ id: before?.id, certificate: before?.certificate });
    expect(await api().office.rows('SELECT FROM signing_key WHERE p12 IS NOT NULL')).toHaveLength(1);
  });

  it('is revoked once, by its owner alone', async () => {
    const [key] = await list(clerks.officer);
    const revoke = (by: Actor) => api().as(by, 'post', `/signing-keys/${key?.id ?? ''}/revoke`);
    const foreign = await revoke(clerks.stranger);
    expect([foreign.status, foreign.body]).toMatchObject([404, { code: 'not-found' }]);
    const revoked = await revoke(clerks.officer);
    expect([revoked.status, revoked.body]).toMatchObject([200, { id: key?.id, state: 'revoked' }]);
    const again = await revoke(clerks.officer);
    expect([again.status, again.body]).toMatchObject([409, { code: 'key-ended' }]);
    expect(await api().office.rows('SELECT FROM signing_key WHERE p12 IS NOT NULL')).toEqual([]);
    expect(await events()).toEqual(['key_added', 'key_added', 'key_revoked']);
  });

  it('is not kept when it does not open, and the field is named', async () => {
    const p12 = await aP12(clerks.stranger);
    for (const body of [
      { ...p12, password: 'another' },
      { ...p12, p12: Buffer.from('no key at all').toString('base64') },
    ]) {
      const { status, body: problem } = await add(clerks.stranger, body);
      expect([status, problem]).toMatchObject([422, { code: 'key-not-opened', errors: [{ pointer: '#/password' }] }]);
    }
    expect(await list(clerks.stranger)).toEqual([]);
  });

  it('warns of a certificate that bears another name than its owner', async () => {
    const { administrator } = clerks;
    const own = await add(administrator, await aP12(administrator));
    expect(own.body).toMatchObject({ bearsOtherName: false });
    const name = { hi: 'कोई और', en: 'Somebody Else' };
    const other = await add(administrator, await aP12({ ...administrator, name }));
    expect(other.body).toMatchObject({ bearsOtherName: true });
    expect((await list(clerks.administrator))[0]).toEqual(other.body);
  });

  it('needs a passphrase of some length, and a file of no great size', async () => {
    const p12 = await aP12(clerks.stranger);
    for (const [wrong, pointer] of [
      [{ ...p12, passphrase: 'short' }, '#/passphrase'],
      [{ ...p12, p12: 'A'.repeat(44_004) }, '#/p12'],
      [{ ...p12, p12: 'not base64!' }, '#/p12'],
    ] as const) {
      const { status, body } = await add(clerks.stranger, wrong);
      expect([status, body]).toMatchObject([422, { code: 'invalid-input', errors: [{ pointer }] }]);
    }
  });

  it('is not kept before its certificate holds, nor after', async () => {
    const p12 = await aP12(clerks.stranger);
    await theOfficeIsBehind('100 days');
    try {
      const { status, body } = await add(clerks.stranger, p12);
      expect([status, body]).toMatchObject([409, { code: 'certificate-not-valid' }]);
      expect((body as { params: object }).params).toEqual({
        from: expect.any(String) as string,
        until: expect.any(String) as string,
      });
    } finally {
      await theOfficeIsBehind('0');
    }
  });

  it('expires by itself', async () => {
    const { body } = await add(clerks.stranger, await aP12(clerks.stranger));
    await api().office.rows('ALTER TABLE signing_key DISABLE TRIGGER USER');
    await api().office.rows(`UPDATE signing_key SET valid_until = office_now() - INTERVAL '1 second' WHERE id = $1`, [
      (body as SigningKeyView).id,
    ]);
    await api().office.rows('ALTER TABLE signing_key ENABLE TRIGGER USER');
    expect((await list(clerks.stranger))[0]?.state).toBe('expired');
  });

  it('is sealed once, however often the same request comes', async () => {
    const headers = { 'idempotency-key': 'a-key-that-comes-twice' };
    const [own, other] = [await aP12(clerks.stranger), await aP12(clerks.stranger)];
    const sealing = jest.spyOn(ChildProcessQueue.prototype, 'run');
    const [first, again] = [await send(own), await send(own)];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((await send(other)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(sealing.mock.calls.filter(([kind]) => kind === 'sealP12')).toHaveLength(1);
    sealing.mockRestore();

    async function send(key: object) {
      return await api().as(clerks.stranger, 'post', '/signing-keys', { headers, body: key });
    }
  });

  it('is added only by whoever has confirmed a short while ago that it is he', async () => {
    const token = await api().token(clerks.officer);
    await api().office.rows(
      `UPDATE session SET confirmed_at = clock_timestamp() - INTERVAL '11 minutes' WHERE user_id = $1`,
      [clerks.officer.userId],
    );
    const refused = await api().ask('post', '/api/v1/signing-keys', {
      headers: { authorization: `Bearer ${token}` },
      body: await aP12(clerks.officer),
    });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'confirm-needed', params: { minutes: 10 } }]);
  });

  it('is made by the office for people of the demo alone', async () => {
    const { status, body } = await api().as(clerks.stranger, 'post', '/signing-keys/demo');
    expect([status, body]).toMatchObject([404, { code: 'not-found' }]);
  });
});
