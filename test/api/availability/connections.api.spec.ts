import type { Actor } from '@patravali/authorization';
import { Connections } from '@patravali/contract';
import { useApi } from '../../support/http/api';

const SECRET = 'hush-72-hush';
const REASON = '4/स्था०-2026';
const FIELDS = { url: 'http://127.0.0.1:9/tsa', user: 'tehsil', password: SECRET };
const STAMPS = { setting: { connection: 'timestamp', fields: FIELDS }, reason: REASON };
const TRIAL = '/connections/signing-key/trial';

describe('what the office is connected with, over HTTP', () => {
  const api = useApi({ holds: 'section' });
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await api().office.actor({ marking: 'ADMIN', roles: ['administrator'] });
  });
  const set = (body: object, by = administrator) => api().as(by, 'post', '/connections', { body });
  const rows = () => api().office.rows('SELECT connection FROM connection_setting ORDER BY connection');

  it('is set by administrators alone', async () => {
    const clerk = api().office.at('SO');
    const acts: [string, object][] = [
      ['/connections', STAMPS],
      ['/connections/clear', { connection: 'timestamp', reason: REASON }],
      ['/connections/signing-key', { p12: 'AAAA', password: 'x', reason: REASON }],
      [TRIAL, { reason: REASON }],
    ];
    for (const [path, body] of acts)
      expect(await api().as(clerk, 'post', path, { body })).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      });
    expect(await rows()).toEqual([]);
  });

  it('asks whoever sets it whether it is still he', async () => {
    await set({ ...STAMPS, reason: '' });
    await api().office.rows('UPDATE session SET confirmed_at = NULL');
    for (const [path, body] of [
      ['/connections', STAMPS],
      [TRIAL, { reason: REASON }],
    ] as const)
      expect(await api().as(administrator, 'post', path, { body })).toMatchObject({
        status: 403,
        body: { code: 'confirm-needed' },
      });
    expect(await rows()).toEqual([]);
    await api().office.rows('UPDATE session SET confirmed_at = clock_timestamp()');
  });

  it('refuses what is not written as it must be, and keeps nothing', async () => {
    const wrong: [object, string][] = [
      [{ ...FIELDS, url: 'ftp://tsa.example.in' }, '#/setting/fields/url'],
      [{ ...FIELDS, url: 'http://user:word@tsa.example.in' }, '#/setting/fields/url'],
    ];
    for (const [fields, pointer] of wrong)
      expect(await set({ ...STAMPS, setting: { ...STAMPS.setting, fields } })).toMatchObject({
        status: 422,
        body: { code: 'invalid-input', errors: [{ pointer }] },
      });
    const witness = {
      setting: { connection: 'witness', fields: { url: 'http://127.0.0.1:9', key: 'no key' } },
      reason: REASON,
    };
    expect(await set(witness)).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/setting/fields/key' }] } });
    expect(await set({ ...STAMPS, reason: ' ' })).toMatchObject({ status: 422 });
    expect(await rows()).toEqual([]);
  });

  it('answers no secret, neither when it is set nor when it is shown or recorded', async () => {
    const answer = await set(STAMPS);
    expect(answer).toMatchObject({ status: 200, body: { connection: 'timestamp' } });
    const { body } = await api().as(administrator, 'get', '/connections');
    const shown = Connections.parse(body).items.find(({ connection }) => connection === 'timestamp');
    expect(shown).toMatchObject({ setBy: 'page', values: { url: FIELDS.url, user: 'tehsil' } });
    const recorded = await api().office.rows('SELECT data, reason FROM event');
    const sealed = await api().office.rows('SELECT * FROM connection_setting');
    expect(JSON.stringify([answer.body, body, recorded, sealed])).not.toContain(SECRET);
  });
});
