import { Certificate } from 'pkijs';
import { factsOf } from '../certificates/certificate';
import type { SealedKey } from '../signer/signer';
import { NotSigned } from '../failures/not-signed';
import { openP12, signWith } from './open-p12';
import { writeP12 } from './write-p12';

/** What OWASP recommends for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
/** One that is guessed in minutes would make the sealing worthless; what a good one is, its owner is told where he chooses it. */
const SHORTEST_PASSPHRASE = 8;

export interface SealInput {
  readonly p12: Uint8Array;
  /** Of the file as it came. */
  readonly password: string;
  /** Of the file as it will be kept. */
  readonly passphrase: string;
}

/**
 * Opens a key as its authority gave it and closes it anew: under a passphrase that only its owner knows, with modern algorithms, and with nothing
 * in the file but the key, its certificate and those of its issuers.
 * @throws NotSigned `wrong-password`, `not-a-key`, `key-too-costly`
 */
export async function sealP12({ p12, password, passphrase }: SealInput): Promise<SealedKey> {
  if (Array.from(passphrase).length < SHORTEST_PASSPHRASE) throw new NotSigned('wrong-password', 'too short');
  const opened = await openP12(p12, password);
  signWith(opened, Buffer.from('whether it can'));
  const pkcs8 = Uint8Array.from(opened.key.export({ type: 'pkcs8', format: 'der' })).buffer;
  const certificates = opened.certificates.map(({ der }) => Certificate.fromBER(der));
  return {
    p12: await writeP12({ pkcs8, certificates, password: passphrase, iterations: ITERATIONS }),
    certificates: opened.certificates.map(factsOf),
  };
}
