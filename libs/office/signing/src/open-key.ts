import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { SecurityLog } from '@patravali/identity';
import { type Signer, SigningFailed } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { notValid } from './keep-key';
import { SigningKey } from './signing-key.entity';

export interface KeyToOpen {
  readonly keyId: string;
  /** None for a demo key. */
  readonly passphrase: string | null;
}

/** With which something is signed now. */
export interface OpenedKey {
  readonly id: string;
  /** SHA-256 of its certificate. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly signer: Signer;
}

/** The key of a person for one signature. Its passphrase passes through and is kept nowhere. */
@Injectable()
export class OpenKey {
  constructor(
    private readonly database: EntityManager,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-found` when it is not one's own, `key-ended`, `certificate-not-valid`, `passphrase-wrong` for none at all. */
  async execute({ organisationId, userId }: Actor, { keyId, passphrase }: KeyToOpen): Promise<OpenedKey> {
    const key = await this.database.findOneBy(SigningKey, { organisationId, userId, id: keyId });
    if (!key) throw new Refusal('not-found');
    if (key.state !== 'in_use' || key.p12 === null) throw new Refusal('key-ended');
    if (!(await this.holdsNow(key))) throw notValid(key.validFrom, key.validUntil);
    const password = key.demoSecret ?? passphrase;
    if (password === null) throw wrong();
    const p12 = new Uint8Array(Buffer.from(key.p12, 'base64'));
    const { fingerprint, subject, validFrom, validUntil } = key;
    return { id: keyId, fingerprint, subject, validFrom, validUntil, signer: { kind: 'p12', p12, password } };
  }

  /**
   * Signs with an opened key. A wrong passphrase is remembered as a security event.
   * @throws Refusal `passphrase-wrong`, `certificate-not-valid`, and what else the work throws.
   */
  async using<T>({ organisationId, userId }: Actor, key: OpenedKey, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SigningFailed)) throw error;
      if (error.why === 'certificate-unfit' || error.why === 'certificate-revoked')
        throw notValid(key.validFrom, key.validUntil);
      if (error.why !== 'wrong-password') throw error;
      this.log.note({ kind: 'key_not_opened', organisationId, userId });
      throw wrong();
    }
  }

  /** By the clock of the office. */
  private async holdsNow({ validFrom, validUntil }: SigningKey): Promise<boolean> {
    const [holds] = await select(
      this.database,
      z.object({ now: z.boolean() }),
      'SELECT office_now() BETWEEN $1::timestamptz AND $2::timestamptz AS now',
      [validFrom, validUntil],
    );
    return holds?.now === true;
  }
}

const wrong = (): Refusal =>
  new Refusal('passphrase-wrong', {}, { errors: [{ pointer: '#/passphrase', detail: 'passphrase-wrong' }] });
