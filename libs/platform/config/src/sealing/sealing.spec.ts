import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openText, sealText } from './sealed-text';
import { readSettingsKey, settingsKeyFile, settingsKeyIn } from './settings-key';

describe('the key of the settings', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-key-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, also by two who need it at the same time, and is private', async () => {
    expect(await readSettingsKey(folder)).toBeNull();
    const [one, other] = await Promise.all([settingsKeyIn(folder), settingsKeyIn(folder)]);
    expect(other.id).toBe(one.id);
    expect((await readSettingsKey(folder))?.aes).toEqual(one.aes);
    expect((await stat(settingsKeyFile(folder))).mode & 0o777).toBe(0o600);
  });

  it('seals a text so that no other key, name or changed byte opens it', async () => {
    const key = await settingsKeyIn(folder);
    const sealed = sealText(key, 'mail', 'पासवर्ड');
    expect(sealed).not.toBe(sealText(key, 'mail', 'पासवर्ड'));
    expect(openText(key, 'mail', sealed)).toBe('पासवर्ड');
    expect(openText(key, 'mailbox', sealed)).toBeNull();
    expect(openText({ aes: new Uint8Array(32) }, 'mail', sealed)).toBeNull();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(openText(key, 'mail', bytes.toString('base64'))).toBeNull();
    expect(openText(key, 'mail', '')).toBeNull();
  });
});
