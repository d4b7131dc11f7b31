import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config, LiveConfig } from '@patravali/config';
import type { ConnectionName, SetConnection as Request } from '@patravali/contract';
import { NotAllowedOutside, Outgoing } from '@patravali/outgoing';
import { OfficeKey, OfficeSeal } from '@patravali/signing';
import { ago, make } from '../../../../platform/signatures/test/made-certificates';
import { useOffice } from '../../../../../test/support/office/office';
import { asP12 } from '../../../../../test/support/signing/made-keys';
import { ListConnections } from './list-connections';
import { TestConnection } from './test-connection';
import { ClearConnection } from '../settings/clear-connection';
import { SetConnection } from '../settings/set-connection';
import { SetOfficeKey } from '../settings/set-office-key';

const SECRET = 'गुप्त-hush-72';
const REASON = '4/स्था०-2026';
const KEY = `away.example/witness+01234567+BA${'x'.repeat(42)}`;
const WITNESS = {
  setting: { connection: 'witness', fields: { url: 'http://127.0.0.1:3020', key: KEY } },
  reason: REASON,
} as const satisfies Request;

describe('what the page sets', () => {
  const office = useOffice({ config: { demo: false, mail: { kind: 'none' } } });
  let administrator: Actor;
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  const mail = (changes: object = {}): Request => ({
    setting: {
      connection: 'mail',
      fields: {
        host: '127.0.0.1',
        port,
        security: 'none',
        user: 'tehsil@office.example',
        password: SECRET,
        sender: 'Tehsil <tehsil@office.example>',
        ...changes,
      },
    },
    reason: REASON,
  });
  const set = (request: Request, actor = administrator) => office().get(SetConnection).execute(actor, request);
  const clear = (connection: Exclude<ConnectionName, 'documents' | 'backup'>) =>
    office().get(ClearConnection).execute(administrator, { connection, reason: REASON });
  const shown = async (connection: ConnectionName) =>
    (await office().get(ListConnections).execute(administrator)).items.find((each) => each.connection === connection);
  const config = (app?: INestApplicationContext) => (app ? app.get<Config>(CONFIG) : office().get<Config>(CONFIG));
  const rows = () => office().rows(`SELECT * FROM connection_setting ORDER BY connection`);
  const events = () =>
    office().rows(`SELECT name, reason, data FROM event WHERE name LIKE 'organisation.%' ORDER BY sequence`);
  const nothingChanges = async (act: () => Promise<unknown>, code: string) => {
    const before = [await rows(), await events()];
    await expect(act()).rejects.toMatchObject({ code });
    expect([await rows(), await events()]).toEqual(before);
  };

  it('says how much one person uploads in a day, where the server is told nothing of it', async () => {
    const uploads = (fields: { perDay: number; mebibytes: number }): Request => {
      return { setting: { connection: 'uploads', fields }, reason: REASON };
    };
    expect(await shown('uploads')).toMatchObject({ isSet: false, place: '500 · 2048 MiB', setBy: null });
    await set(uploads({ perDay: 3, mebibytes: 7 }));
    expect(config()).toMatchObject({ uploadsPerDay: 3, uploadBytesPerDay: 7 * 1024 * 1024 });
    const values = { perDay: '3', mebibytes: '7' };
    expect(await shown('uploads')).toMatchObject({ isSet: true, place: '3 · 7 MiB', setBy: 'page', values });
    await clear('uploads');
    expect(config()).toMatchObject({ uploadsPerDay: 500, uploadBytesPerDay: 2_147_483_648 });
    const clerk = await office().actor({ roles: ['dealing_hand'] });
    await nothingChanges(() => set(uploads({ perDay: 3, mebibytes: 7 }), clerk), 'not-allowed');
    const told = office().get(LiveConfig).told;
    Object.assign(told, { uploadsAreTold: true });
    await nothingChanges(() => set(uploads({ perDay: 3, mebibytes: 7 })), 'set-on-server');
    expect(await shown('uploads')).toMatchObject({ isSet: true, setBy: 'server' });
    Object.assign(told, { uploadsAreTold: false });
  });

  it('is taken up at once by each process of the office, and lies sealed', async () => {
    const other = await office().start();
    await set(mail());
    const { mail: now } = config();
    expect(now).toMatchObject({ kind: 'smtp', from: 'Tehsil <tehsil@office.example>' });
    expect(decodeURIComponent(new URL(now.kind === 'smtp' ? now.url : '').password)).toBe(SECRET);
    while (config(other).mail.kind === 'none') await sleep(50);
    expect(config(other).mail).toEqual(now);
    const kept = JSON.stringify([await rows(), await events()]);
    for (const secret of [SECRET, 'tehsil@office', '127.0.0.1']) expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 12));
    const [row] = (await rows()) as { sealed: string }[];
    expect(Buffer.from(row?.sealed ?? '', 'base64').includes(Buffer.from(SECRET))).toBe(false);
    expect(await shown('mail')).toMatchObject({
      isSet: true,
      setBy: 'page',
      isClosed: false,
      place: `127.0.0.1:${port}`,
      values: { host: '127.0.0.1', user: 'tehsil@office.example', security: 'none' },
    });
    expect(JSON.stringify(await office().get(ListConnections).execute(administrator))).not.toContain(SECRET);
    expect((await events()).at(-1)).toEqual({
      name: 'organisation.connection_set',
      reason: REASON,
      data: { connection: 'mail' },
    });
  });

  it('survives a start, and is taken back with a reason', async () => {
    await set(WITNESS);
    expect(config(await office().start()).witness).toMatchObject({ url: 'http://127.0.0.1:3020' });
    await clear('witness');
    expect(config().witness).toBeUndefined();
    expect(await shown('witness')).toMatchObject({ isSet: false, setBy: null, values: {} });
    await nothingChanges(() => clear('witness'), 'connection-not-set');
  });

  it('loses to what the server is told, which nobody changes here', async () => {
    await set(WITNESS);
    const told = { url: 'https://told.example', key: KEY };
    const fixed = await office().start({ witness: told });
    expect(config(fixed).witness).toEqual(told);
    const { items } = await fixed.get(ListConnections).execute(administrator);
    expect(items.find(({ connection }) => connection === 'witness')).toMatchObject({
      setBy: 'server',
      place: 'told.example',
      values: {},
    });
    await nothingChanges(() => fixed.get(SetConnection).execute(administrator, WITNESS), 'set-on-server');
    expect(config().witness?.url).toBe('http://127.0.0.1:3020');
    await clear('witness');
  });

  it('is refused to all but administrators, and where the host leads inside or nowhere', async () => {
    const officer = await office().actor({ marking: 'SO(EST)' });
    const refused = { code: 'not-allowed' };
    await expect(set(WITNESS, officer)).rejects.toMatchObject(refused);
    await nothingChanges(() => set(mail({ host: 'no.such.host.invalid' })), 'host-unknown');
    const inside = { url: 'http://localtest.example.invalid/tsa', user: null, password: null };
    jest.spyOn(Outgoing.prototype, 'addressesOf').mockRejectedValueOnce(new NotAllowedOutside('tsa', 'it lies inside'));
    const stamps = { setting: { connection: 'timestamp', fields: inside }, reason: REASON } as const;
    await nothingChanges(() => set(stamps), 'host-inside');
    await expect(set(mail({ host: 'no.such.host.invalid' }))).rejects.toMatchObject({
      errors: [{ pointer: '#/setting/fields/host', detail: 'host-unknown' }],
    });
  });

  it('is tried with what is kept', async () => {
    await office().rows(`UPDATE office_user SET email = 'admin@office.example' WHERE id = $1`, [administrator.userId]);
    server.once('connection', (socket) => socket.end('554 5.7.1 not today\r\n'));
    const tried = await office().get(TestConnection).execute(administrator, { connection: 'mail' }, 'en');
    expect(tried).toMatchObject({ works: false, outcome: 'mail-not-sent' });
    expect(tried.detail).toContain('not today');
    const scanner = { host: '127.0.0.1', port, whenAway: 'refuse' } as const;
    await set({ setting: { connection: 'virus-scanner', fields: scanner }, reason: REASON });
    server.once('connection', (socket) => socket.on('data', () => undefined).end('stream: OK\0'));
    const scanned = await office().get(TestConnection).execute(administrator, { connection: 'virus-scanner' }, 'en');
    expect(scanned).toMatchObject({ works: true, outcome: 'scanner-answers' });
    await clear('virus-scanner');
  });

  it('is told of in words where the key of the folder is another one, and is there again when it is brought back', async () => {
    const file = join(office().config.dataFolder, 'settings-key.pem');
    const key = readFileSync(file);
    const before = await rows();
    rmSync(file);
    const without = await office().start();
    const list = async (app: INestApplicationContext) =>
      (await app.get(ListConnections).execute(administrator)).items.find(({ connection }) => connection === 'mail');
    expect(await list(without)).toMatchObject({ isSet: false, setBy: null, isClosed: true });
    expect(config(without).mail).toEqual({ kind: 'none' });
    writeFileSync(file, 'no key');
    expect(await list(await office().start())).toMatchObject({ isClosed: true });
    expect(await rows()).toEqual(before);
    writeFileSync(file, key, { mode: 0o600 });
    expect(await list(await office().start())).toMatchObject({ isSet: true, setBy: 'page', isClosed: false });
  });

  describe('as the key of the office', () => {
    const root = make({ name: 'State Certifying Authority', ca: true });
    const bring = (p12: string, password: string) =>
      office().get(SetOfficeKey).execute(administrator, { p12, password, reason: REASON });
    const seal = () => office().get(OfficeSeal).view(administrator.organisationId);

    it('is refused in words where it cannot seal', async () => {
      const { p12, password } = await asP12(make({ name: 'Tehsil', by: root }), [root]);
      await nothingChanges(() => bring(p12, 'wrong'), 'office-key-password-wrong');
      await nothingChanges(() => bring(Buffer.from('no key').toString('base64'), password), 'office-key-unread');
      const expired = await asP12(make({ name: 'Tehsil', by: root, from: ago(30), until: ago(1) }), [root]);
      await nothingChanges(() => bring(expired.p12, expired.password), 'certificate-not-valid');
      const other = await asP12(make({ name: 'Tehsil', by: root, usage: 0x20 }), [root]);
      await nothingChanges(() => bring(other.p12, other.password), 'certificate-not-for-signing');
      await expect(office().get(OfficeKey).get()).rejects.toMatchObject({ code: 'signing-not-configured' });
    });

    it('is bound to the office when it is brought, and waits for its root to be trusted', async () => {
      const { p12, password } = await asP12(make({ name: 'Tehsil', by: root }), [root]);
      await bring(p12, password);
      expect((await office().get(OfficeKey).get()).password).toBe(password);
      expect(await seal()).toMatchObject({ certificate: { holder: 'Tehsil' }, fault: 'untrusted' });
      expect(JSON.stringify([await rows(), await events()])).not.toContain(p12.slice(0, 40));
      expect(await shown('signing-key')).toMatchObject({ setBy: 'page', values: { trial: 'false' } });
    });

    it('is made here for trials, seals at once, and says so', async () => {
      await office().get(SetOfficeKey).makeTrial(administrator, { reason: REASON });
      const view = await seal();
      expect(view).toMatchObject({ fault: null });
      expect(view?.certificate.subject).toContain('O=Patravali Trial');
      expect((await events()).at(-1)).toMatchObject({
        name: 'organisation.office_key_set',
        data: { forTrials: true },
      });
      await clear('signing-key');
      expect(await seal()).toBeNull();
    });
  });
});
