import { isIP } from 'node:net';
import type { Outgoing } from '@patravali/outgoing';
import { askAuthority } from '../authorities/ask-authority';
import { remembered } from './remembered';
import type { RevocationQuestion, RevocationSource } from './revocation-source';

export interface HttpRevocationOptions {
  readonly outgoing: Outgoing;
  /** Only these are asked, and what is below them (`nic.in` allows `crl.nic.in`). With its port if it is not the usual one. */
  readonly hosts: readonly string[];
  /** For the log. */
  readonly onNoAnswer?: (error: unknown) => void;
}

/** The list of an authority with a hundred thousand revoked certificates has four megabytes. */
const LIMITS = {
  list: { bytes: 10 << 20, timeoutMs: 15_000 },
  answer: { bytes: 64 << 10, timeoutMs: 10_000 },
  issuer: { bytes: 64 << 10, timeoutMs: 10_000 },
} as const;

const TYPES = {
  list: { contentType: '', accept: 'application/pkix-crl' },
  answer: { contentType: 'application/ocsp-request', accept: 'application/ocsp-response' },
  issuer: { contentType: '', accept: 'application/pkix-cert' },
} as const;

/**
 * Asks the authorities that a certificate names. A certificate is written by whoever made it, and anybody can make one: so none is
 * asked but those that a setting of the office names.
 */
export function httpRevocationSource({ outgoing, hosts, onNoAnswer }: HttpRevocationOptions): RevocationSource {
  return remembered({
    ask: async (question: RevocationQuestion) => {
      const { kind, url, body } = question;
      if (!mayBeAsked(url, hosts)) return null;
      try {
        return await askAuthority(outgoing, { url, body, ...TYPES[kind] }, LIMITS[kind]);
      } catch (error) {
        onNoAnswer?.(error);
        return null;
      }
    },
  });
}

function mayBeAsked(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { host, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (hosts.includes(host)) return true;
  // Nothing is below an address that is a number.
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hosts.some((allowed) => host.endsWith(`.${allowed}`));
}
