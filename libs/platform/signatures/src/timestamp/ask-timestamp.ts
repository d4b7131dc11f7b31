import type { Outgoing } from '@patravali/outgoing';
import { askAuthority } from '../authorities/ask-authority';
import type { TimestampSource } from '../signer/signer';
import { SigningFailed } from '../failures/signing-failed';

/** A token with a chain of certificates takes eight kilobytes. */
const LIMITS = { bytes: 64 * 1024, timeoutMs: 10_000 };

/** What the authority answers (RFC 3161, 3.4), to be looked at in a child process. @throws SigningFailed `timestamp-unavailable` */
export async function askTimestamp(
  outgoing: Outgoing,
  { url }: TimestampSource,
  request: Uint8Array,
): Promise<Uint8Array> {
  const types = { contentType: 'application/timestamp-query', accept: 'application/timestamp-reply' };
  try {
    return await askAuthority(outgoing, { url, body: request, ...types }, LIMITS);
  } catch (error) {
    throw new SigningFailed('timestamp-unavailable', String(error));
  }
}
