import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { LiveConfig } from '@patravali/config';
import {
  type ConnectionChanged,
  LANGUAGES,
  type MakeTrialKey,
  type SetOfficeKey as Request,
} from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { messagesOf } from '@patravali/messages';
import { Serves } from '@patravali/operations';
import { lockOrganisation, Organisation, refuseNonAdministrator } from '@patravali/organisation';
import { bindOfficeKey, officeTime, refuseUnfitKey, trustTrialRoot } from '@patravali/signing';
import {
  type CertificateFacts,
  DOCUMENT_SIGNING,
  type DocumentSigning,
  makeTrialSigningKey,
  openSigningKey,
  readOwnCertificate,
  SigningFailed,
  type SigningKey,
} from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { keptKey } from './kept-setting';
import { PageSettingsKeeper } from './page-settings';
import { refuseTold } from './told';

const CONNECTION = 'signing-key';
/** As whoever reads the list of roots is told where it comes from. */
const MADE_HERE = LANGUAGES.map((language) => messagesOf('connections', language)['connections.madeHere']).join(' · ');

/** With which key the office seals: one that an authority gave it, or one for trials that is made here. */
@Injectable()
export class SetOfficeKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly settings: PageSettingsKeeper,
    private readonly live: LiveConfig,
    @Inject(DOCUMENT_SIGNING) private readonly signing: DocumentSigning,
  ) {}

  /**
   * @throws Refusal `not-allowed` for all but administrators; `set-on-server`, `office-key-password-wrong`, `office-key-unread`,
   * `certificate-not-valid`, `certificate-weak`, `certificate-not-for-signing`, `certificate-revoked`, `certificate-bound`; `key-unavailable`.
   */
  @Serves('setOfficeKey')
  async execute(actor: Actor, { p12, password, reason }: Request): Promise<ConnectionChanged> {
    refuseNonAdministrator(actor);
    refuseTold(this.live.told, CONNECTION);
    const kept = await this.transactions.answeredBefore(actor);
    if (kept) return kept as ConnectionChanged;
    const key = await opened(new Uint8Array(Buffer.from(p12, 'base64')), password);
    const at = await officeTime(this.database);
    refuseUnfitKey(await this.signing.judgeOwn(key.certificates, { roots: [], at }));
    return await this.take(actor, { key, isTrial: false, reason });
  }

  /** @throws Refusal `not-allowed` for all but administrators; `set-on-server`; `key-unavailable`. */
  @Serves('makeTrialKey')
  async makeTrial(actor: Actor, { reason }: MakeTrialKey): Promise<ConnectionChanged> {
    refuseNonAdministrator(actor);
    refuseTold(this.live.told, CONNECTION);
    const kept = await this.transactions.answeredBefore(actor);
    if (kept) return kept as ConnectionChanged;
    const office = await this.database.findOneByOrFail(Organisation, { id: actor.organisationId });
    const key = await makeTrialSigningKey(office.nameEn || office.nameHi);
    return await this.take(actor, { key, isTrial: true, reason });
  }

  private async take(actor: Actor, taken: Taken): Promise<ConnectionChanged> {
    const { key, isTrial, reason } = taken;
    const [own, root] = key.certificates.map(readOwnCertificate);
    if (!own) throw new Error('The key has no certificate');
    const sealing = await this.settings.sealingKey();
    const answer = await this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      await this.settings.keep(tx, sealing, CONNECTION, keptKey(key, isTrial));
      if (isTrial && root) await trustTrialRoot(tx, actor, root, MADE_HERE);
      await bindOfficeKey(tx, actor, own, reason);
      await recordKey(tx, own, taken);
      return { connection: CONNECTION } as const;
    });
    await this.settings.tell();
    return answer;
  }
}

interface Taken {
  readonly key: SigningKey;
  readonly isTrial: boolean;
  readonly reason: string;
}

async function recordKey(
  tx: Transaction,
  { subject, fingerprint }: CertificateFacts,
  { isTrial, reason }: Taken,
): Promise<void> {
  await tx.record('organisation.office_key_set', tx.by.organisationId, {
    reason,
    data: { certificate: subject, fingerprint, forTrials: isTrial },
  });
}

/** @throws Refusal `office-key-password-wrong`, `office-key-unread` */
async function opened(p12: Uint8Array, password: string): Promise<SigningKey> {
  return await openSigningKey(p12, password).catch((error: unknown) => {
    if (!(error instanceof SigningFailed)) throw error;
    const isOfPassword = error.why === 'wrong-password';
    const code = isOfPassword ? 'office-key-password-wrong' : 'office-key-unread';
    throw new Refusal(code, {}, { errors: [{ pointer: isOfPassword ? '#/password' : '#/p12', detail: code }] });
  });
}
