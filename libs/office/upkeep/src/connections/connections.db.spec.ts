import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { CONNECTIONS } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { recordBackup } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { useOffice } from '../../../../../test/support/office/office';
import { ListConnections } from './list-connections';
import { TestConnection } from './test-connection';

const folder = mkdtempSync(join(tmpdir(), 'patravali-mail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what the office is connected with', () => {
  const office = useOffice({
    config: {
      mail: { kind: 'folder', folder },
      timestamp: { url: 'http://user:hidden@127.0.0.1:9/tsa' },
      backupDays: 4,
    },
  });
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  });
  const test = (connection: 'mail' | 'timestamp' | 'backup') =>
    office().get(TestConnection).execute(administrator, { connection }, 'en');

  it('is shown to administrators alone, with the settings that say so and without their secrets', async () => {
    const { items } = await office().get(ListConnections).execute(administrator);
    expect(items.map(({ connection }) => connection)).toEqual(CONNECTIONS);
    expect(items.find(({ connection }) => connection === 'timestamp')).toEqual({
      connection: 'timestamp',
      isSet: true,
      place: '127.0.0.1:9',
      settings: ['PATRAVALI_TIMESTAMP_URL'],
      setBy: 'server',
      values: {},
      isClosed: false,
    });
    expect(items.find(({ connection }) => connection === 'witness')).toMatchObject({ isSet: false, place: null });
    expect(JSON.stringify(items)).not.toContain('hidden');
    const officer = await office().actor({ marking: 'SO(EST)' });
    const refused = { code: 'not-allowed' };
    expect(() => office().get(ListConnections).execute(officer)).toThrow(expect.objectContaining(refused) as Error);
    await expect(office().get(TestConnection).execute(officer, { connection: 'mail' }, 'en')).rejects.toMatchObject(
      refused,
    );
  });

  it('sends a test mail to whoever asks, if he has an address', async () => {
    expect(await test('mail')).toMatchObject({ works: false, outcome: 'no-own-address' });
    const { userId } = administrator;
    await office().rows(`UPDATE office_user SET email = 'admin@office.example' WHERE id = $1`, [userId]);
    expect(await test('mail')).toEqual({
      works: true,
      outcome: 'mail-in-folder',
      detail: 'admin@office.example',
      at: null,
    });
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^To: admin@office\.example\r$/m);
    expect(mails[0]).toContain('Test mail');
  });

  it('asks for a time stamp, and says who gave none', async () => {
    expect(await test('timestamp')).toEqual({
      works: false,
      outcome: 'not-stamped',
      detail: '127.0.0.1:9',
      at: null,
    });
  });

  it('looks how old the last backup is', async () => {
    expect(await test('backup')).toMatchObject({ works: false, outcome: 'backup-none' });
    const made = { takenAt: new Date().toISOString(), rows: 9, documents: 3, entries: 5, withKey: true };
    await recordBackup(office().get(EntityManager), office().get(Transactions), made);
    expect(await test('backup')).toMatchObject({
      works: true,
      outcome: 'backup-fresh',
      at: expect.any(String) as string,
    });
  });
});
