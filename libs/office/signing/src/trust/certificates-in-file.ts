import { Refusal } from '@patravali/errors';
import { type CertificateFacts, readCertificates, SigningFailed } from '@patravali/signatures';

/**
 * What the certificates in a file say, PEM or DER as base64, that of its owner first.
 * @throws Refusal `certificates-unread`, `key-unavailable`.
 */
export async function certificatesInFile(base64: string, pointer: string): Promise<CertificateFacts[]> {
  return await readCertificates(new Uint8Array(Buffer.from(base64, 'base64'))).catch(orUnread(pointer));
}

/** @throws Refusal `certificates-unread` for what is no certificate; else what it was given. */
export const orUnread =
  (pointer: string) =>
  (error: unknown): never => {
    throw error instanceof SigningFailed ? unread(pointer, error) : error;
  };

const unread = (pointer: string, cause: unknown): Refusal =>
  new Refusal('certificates-unread', {}, { errors: [{ pointer, detail: 'certificates-unread' }], cause });
