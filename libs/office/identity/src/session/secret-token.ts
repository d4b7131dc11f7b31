import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody can guess: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. Hashed quickly, which a secret of 256 bits bears. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
