import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SettingsKey } from './settings-key';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param name what the text is, so that one sealed text cannot stand in place of another. @returns base64: nonce, text, tag. */
export function sealText({ aes }: Pick<SettingsKey, 'aes'>, name: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, aes, nonce).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** @returns null when it was sealed under another key or for another name, or changed since. */
export function openText({ aes }: Pick<SettingsKey, 'aes'>, name: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, aes, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)).toString('utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
