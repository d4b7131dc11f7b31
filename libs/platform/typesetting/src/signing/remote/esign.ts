import { randomUUID } from 'node:crypto';
import { withKeys } from '../key/with-keys';
import { orSigningFailed } from '../or-signing-failed';
import { SigningFailed } from '../signing-failed';
import type { SigningKey } from '../signing-key';
import type { RemoteBegun, RemoteRequest, RemoteSignature, RemoteSigning } from './remote-signing';

export interface ESignOptions {
  /** Where the service takes forms: of the kind `https://…/esign/2.1/form/signdoc`. */
  readonly url: string;
  /** What the service calls the office (application service provider). */
  readonly aspId: string;
  /** With which the office signs its requests. */
  readonly key: SigningKey;
  /** How the person identifies himself: 1 by a one-time password, 2 and 3 by biometry. */
  readonly authMode?: '1' | '2' | '3';
}

/** An answer has a signature and a certificate. */
const LONGEST_ANSWER = 256 * 1024;
const LONGEST_ABOUT = 50;
/** The time of India, in which the interface writes times without a zone. */
const INDIA_MS = 5.5 * 60 * 60_000;

/**
 * Signing by a service of the kind of the CCA's eSign (API 2.1): the browser takes a request to the service, where the person identifies himself, and
 * comes back with a signature (PKCS#7) by a key that the service made for this one time. **Tried against our own stand-in only, never against a real
 * provider**: names of fields and attributes follow the published interface and what others post to it.
 */
export function eSignSigning({ url, aspId, key, authMode = '1' }: ESignOptions): RemoteSigning {
  return {
    signs: 'document',
    begin: async ({ hash, certificateHint, returnUrl, about = '' }: RemoteRequest): Promise<RemoteBegun> => {
      const transaction = randomUUID().replaceAll('-', '');
      const attributes = {
        ...{ ver: '2.1', sc: 'Y', ts: indianTime(new Date()), txn: transaction },
        ...{ ekycId: certificateHint, ekycIdType: 'A', aspId, AuthMode: authMode },
        ...{ responseSigType: 'pkcs7', responseUrl: returnUrl },
      };
      const short = Array.from(about).slice(0, LONGEST_ABOUT).join('');
      const request = await orSigningFailed(withKeys('eSignRequest', { attributes, hash, about: short, key }));
      const fields = { eSignRequest: request, aspTxnID: transaction, 'Content-Type': 'application/xml' };
      return { redirectUrl: url, fields, transaction };
    },
    finish: (body) => Promise.resolve(body).then(answerIn),
  };
}

const indianTime = (now: Date): string => new Date(now.getTime() + INDIA_MS).toISOString().slice(0, 19);

/** Base64 and names are all that is taken from an answer, so it is searched and not parsed: no entity and no other document can be in it. */
function answerIn(body: string): RemoteSignature {
  const answer = body.length > LONGEST_ANSWER ? '' : (new URLSearchParams(body).get('eSignResponse') ?? '');
  const root = attributesOf(/<EsignResp\s([^<>]*)>/.exec(answer)?.[1]);
  const transaction = root.get('txn') ?? '';
  if (root.get('status') !== '1' || transaction === '') {
    throw refused(`${root.get('errCode') ?? ''} ${root.get('errMsg') ?? ''}`);
  }
  const [, said, signature] = /<DocSignature\s([^<>]*)>([A-Za-z0-9+/=\s]+)<\/DocSignature>/.exec(answer) ?? [];
  const error = attributesOf(said).get('error') ?? '';
  if (signature === undefined || error !== '') throw refused(error);
  const certificate = /<UserX509Certificate>([A-Za-z0-9+/=\s]+)<\/UserX509Certificate>/.exec(answer)?.[1];
  return {
    transaction,
    certificates: certificate === undefined ? [] : [Buffer.from(certificate, 'base64')],
    signature: Buffer.from(signature, 'base64'),
  };
}

function attributesOf(text = ''): Map<string, string> {
  return new Map([...text.matchAll(/([A-Za-z]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

/** What a service writes is for the log, and short. */
const refused = (why: string): SigningFailed => new SigningFailed('remote-refused', why.trim().slice(0, 200));
