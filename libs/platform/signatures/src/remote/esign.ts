import { randomUUID } from 'node:crypto';
import type { ChildProcessFailure } from '@patravali/child-process';
import { withKeys } from '../key-process/with-keys';
import { wrapSigningError } from '../failures/wrap-signing-error';
import { SigningFailed, SigningUnavailable } from '../failures/signing-failed';
import type { SigningKey } from '../signer/signing-key';
import type { RemoteBegun, RemoteRequest, RemoteSigning } from './remote-signing';

export interface ESignOptions {
  /** Where the service takes forms: of the kind `https://…/esign/2.1/form/signdoc`. */
  readonly url: string;
  /** What the service calls the office (application service provider). */
  readonly aspId: string;
  /** With which the office signs its requests. */
  readonly key: SigningKey;
  /** Of the service, PEM: its answers are signed with it. */
  readonly certificate: string;
  /** How the person identifies himself: 1 by a one-time password, 2 and 3 by biometry. */
  readonly authMode?: '1' | '2' | '3';
}

/** An answer has a signature and a certificate. */
const LONGEST_ANSWER = 64 * 1024;
/** What takes its process too long, or takes it with it, is no answer of a service. */
const OF_THE_ANSWER: readonly ChildProcessFailure[] = ['late', 'died'];
const LONGEST_ABOUT = 50;
/** The time of India, in which the interface writes times without a zone. */
const INDIA_MS = 5.5 * 60 * 60_000;

/**
 * Signing by a service of the kind of the CCA's eSign (API 2.1): the browser takes a request to the service, where the person identifies himself, and
 * comes back with a signature (PKCS#7) by a key that the service made for this one time. **Tried against our own stand-in only, never against a real
 * provider**: names of fields and attributes follow the published interface and what others post to it.
 */
export function eSignSigning({ url, aspId, key, certificate, authMode = '1' }: ESignOptions): RemoteSigning {
  return {
    signs: 'document',
    begin: async ({ hash, certificateHint, returnUrl, about = '' }: RemoteRequest): Promise<RemoteBegun> => {
      const transaction = randomUUID().replaceAll('-', '');
      const attributes = {
        ver: '2.1',
        sc: 'Y',
        ts: indianTime(new Date()),
        txn: transaction,
        ekycId: certificateHint,
        ekycIdType: 'A',
        aspId,
        AuthMode: authMode,
        responseSigType: 'pkcs7',
        responseUrl: returnUrl,
      };
      const short = Array.from(about).slice(0, LONGEST_ABOUT).join('');
      const request = await wrapSigningError(withKeys('eSignRequest', { attributes, hash, about: short, key }));
      const fields = { eSignRequest: request, aspTxnID: transaction, 'Content-Type': 'application/xml' };
      return { redirectUrl: url, fields, transaction };
    },
    finish: async (body) => {
      const answer = body.length > LONGEST_ANSWER ? null : new URLSearchParams(body).get('eSignResponse');
      if (answer === null) throw refused('no answer');
      const { transaction, signed } = await wrapSigningError(withKeys('eSignAnswer', { answer, certificate })).catch(
        (error: unknown) => {
          throw error instanceof SigningUnavailable && OF_THE_ANSWER.includes(error.reason)
            ? refused(error.message)
            : error;
        },
      );
      if (!signed) return { transaction, signed };
      return {
        transaction,
        signed: { certificates: [bytes(signed.certificate)], signature: bytes(signed.signature) },
      };
    },
  };
}

const indianTime = (now: Date): string => new Date(now.getTime() + INDIA_MS).toISOString().slice(0, 19);

/** What a service writes is for the log, and short. */
const refused = (why: string): SigningFailed => new SigningFailed('remote-refused', why.trim().slice(0, 200));

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
