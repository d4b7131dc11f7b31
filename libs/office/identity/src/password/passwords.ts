import { hash, verify } from '@node-rs/argon2';
import { withPasswordSlot } from './with-password-slot';

/** argon2id, which is the library's own choice of algorithm. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** A hash that no password has, of the same cost: an unknown name takes as long to refuse as a known one. */
const NOBODYS = '$argon2id$v=19$m=65536,t=3,p=1$cGF0cmF2YWxpLW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Typed on another keyboard, the same Hindi letters may come in another form: NFC makes them one. */
const asTyped = (password: string) => password.normalize('NFC');

export function hashPassword(password: string): Promise<string> {
  return withPasswordSlot(() => hash(asTyped(password), COST));
}

/** Whether this is the password; of somebody without one it never is. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await withPasswordSlot(() => verify(passwordHash ?? NOBODYS, asTyped(password)));
  return right && passwordHash !== null;
}
