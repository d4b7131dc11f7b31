import type { SigningKeyKind, SigningKeyView } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import type { SecurityLog } from '@patravali/identity';
import { lockPerson } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import type { ReliedOn } from '../trust/certificate-judge';
import { boundTo, columnsOf } from '../trust/key-of-person';
import { bearsOtherName } from '../trust/is-same-name';
import { KEY_ROW, KEYS } from './key-row';
import { SigningKey } from './signing-key.entity';

export interface NewKey {
  readonly userId: string;
  /** Its owner's certificate, as it was judged. */
  readonly judged: ReliedOn;
  /** Of a key that the office keeps, sealed; a token keeps its own. */
  readonly p12: Uint8Array | null;
  readonly kind: SigningKeyKind;
  /** Of a demo key, what opens it. */
  readonly demoSecret: string | null;
  /** The network address it came from. */
  readonly address: string;
}

/** Keeps a key of a person; the one of its kind that was in use is replaced. @throws Refusal `certificate-unbound`, `certificate-untrusted`. */
export async function storeKey(tx: Transaction, log: SecurityLog, key: NewKey): Promise<SigningKeyView> {
  const { userId, kind, judged, p12, demoSecret, address } = key;
  const { organisationId, nameHi, nameEn } = await lockPerson(tx, userId);
  const boundBy = await boundTo(tx, { organisationId, userId }, judged);
  const { name, fingerprint } = judged.certificate;
  await tx.execute(
    `UPDATE signing_key SET state = 'replaced', ended_at = office_now(), p12 = NULL, demo_secret = NULL
     WHERE organisation_id = $1 AND user_id = $2 AND kind = $3 AND state = 'in_use'`,
    [organisationId, userId, kind],
  );
  const id = uuidv7();
  await tx.insert(SigningKey, {
    id,
    organisationId,
    userId,
    kind,
    state: 'in_use',
    demoSecret,
    p12: p12 && Buffer.from(p12).toString('base64'),
    bearsOtherName: bearsOtherName(name, [nameHi, nameEn]),
    ...columnsOf(judged, boundBy),
  });
  await log.within(tx, { kind: 'key_added', organisationId, userId, address, data: { kind, fingerprint } });
  await tx.record('user.key_added', userId);
  return await storedKey(tx, id);
}

/** A key as its owner sees it. */
export async function storedKey(tx: Transaction, id: string): Promise<SigningKeyView> {
  const [key] = await tx.select(
    KEY_ROW.row,
    `SELECT ${KEY_ROW.columns} FROM ${KEYS} WHERE k.organisation_id = $1 AND k.id = $2`,
    [tx.by.organisationId, id],
  );
  if (!key) throw new Error(`The key ${id} was not there`);
  return key;
}
