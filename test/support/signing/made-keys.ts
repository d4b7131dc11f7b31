import type { Actor } from '@patravali/authorization';
import { Certificate } from 'pkijs';
import { demoRoot, type Made, make, type Wanted } from '../../../libs/platform/signatures/test/made-certificates';
import { writeP12 } from '../../../libs/platform/signatures/src/key/write-p12';

export interface MadeKey {
  /** As base64. */
  readonly p12: string;
  readonly password: string;
}

/** Whose key it is: the certificate bears his name and, as his serial number, that of his row. */
export type Holder = Pick<Actor, 'userId' | 'name'>;

const PASSWORD = 'as it came';
/** Hashed seldom: whoever guesses it has found nothing. */
const ITERATIONS = 1000;

/** A key as an authority gives it to that person, below the root of the demo; another one each time. */
export async function aKey(holder: Holder, wanted: Wanted = {}): Promise<MadeKey> {
  const root = demoRoot();
  const own = make({ name: holder.name.en, number: holder.userId, by: root, ...wanted });
  return await asP12(own, [wanted.by ?? root]);
}

/** With the certificates of those above it. */
export async function asP12(own: Made, others: readonly Made[]): Promise<MadeKey> {
  const pkcs8 = Uint8Array.from(own.key.export({ type: 'pkcs8', format: 'der' })).buffer;
  const certificates = [own, ...others].map(({ der }) => Certificate.fromBER(der));
  const p12 = await writeP12({ pkcs8, certificates, password: PASSWORD, iterations: ITERATIONS });
  return { p12: Buffer.from(p12).toString('base64'), password: PASSWORD };
}
