import { X509Certificate } from 'node:crypto';
import type { Named, TrustedRoots } from '@patravali/contract';
import { asOwner } from '../processes/office-owner';
import type { Client } from './client';

/** The administrator trusts a root, unless the office does already. @param pem of its certificate */
export async function trustRoot(administrator: Client, pem: string): Promise<void> {
  const fingerprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
  const { items } = await administrator.ask<Named<TrustedRoots>>('listTrustedRoots');
  if (items.some((root) => root.fingerprint === fingerprint)) return;
  const certificate = Buffer.from(pem).toString('base64');
  const body = { certificate, fingerprint, receivedFrom: 'प्राधिकारी से' };
  await administrator.ask('addTrustedRoot', { body });
}

/** Under which number the office knows a person. */
export async function numberOf(dataFolder: string, username: string): Promise<string> {
  return await asOwner(dataFolder, async (database) => {
    const { rows } = await database.query<{ id: string }>('SELECT id FROM office_user WHERE username = $1', [username]);
    if (!rows[0]) throw new Error(`There is no ${username}`);
    return rows[0].id;
  });
}
