import { Inject, Injectable, Logger } from '@nestjs/common';
import { Bilingual, type Language, LANGUAGES, TENURE_KINDS } from '@patravali/contract';
import { isoInstant, select, type Transaction, Transactions } from '@patravali/database';
import { addDocument, type NewDocument } from '@patravali/documents';
import { fill } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import { Letterhead, letterheadOf, nextHolderOf, personName, Post } from '@patravali/organisation';
import { OfficeSeal } from '@patravali/signing';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager, IsNull } from 'typeorm';
import { z } from 'zod';
import type { ChargeJob } from './certificate-jobs';
import { certificatePage, type CertificateOfCharge } from './certificate-page';
import { ChargeHandover } from './charge-handover.entity';

const NAMES = z.object({
  letterhead: Letterhead,
  from: Bilingual,
  by: Bilingual,
  to: z.object({ name: Bilingual, kind: z.enum(TENURE_KINDS) }).nullable(),
  at: z.string(),
});

/** The certificate of a charge that was handed over: set and sealed in both languages, and kept as documents. */
@Injectable()
export class MakeCertificate {
  private readonly logger = new Logger(MakeCertificate.name);

  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly seal: OfficeSeal,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** May run twice, and in several processes at once: the first that is done counts. */
  async execute({ organisationId, id }: ChargeJob): Promise<void> {
    const charge = await this.database.findOneBy(ChargeHandover, { organisationId, id, documentHiId: IsNull() });
    if (!charge) return;
    const post = await this.database.findOneByOrFail(Post, { organisationId, id: charge.postId });
    const told = await this.toldOf(charge, post);
    const made = await Promise.all(LANGUAGES.map((language) => this.make(charge, post, told, language)));
    const { handedByUserId: userId, handedByPostId: postId, handedCapacity: capacity } = charge;
    await this.transactions.run({ organisationId, userId, postId, capacity }, (tx) => enter(tx, charge, post, made));
  }

  /** What was handed over long ago and has no certificate is tried again. */
  async executeLate(): Promise<void> {
    const late = await select(
      this.database,
      z.object({ organisationId: z.uuid(), id: z.uuid() }),
      `SELECT organisation_id AS "organisationId", id FROM charge_handover
       WHERE document_hi_id IS NULL AND handed_at < office_now() - INTERVAL '1 hour' ORDER BY handed_at LIMIT 100`,
      [],
    );
    for (const job of late) await this.execute(job).catch((error: unknown) => this.logger.warn(String(error)));
  }

  private async make(
    charge: ChargeHandover,
    post: Post,
    told: CertificateOfCharge,
    language: Language,
  ): Promise<NewDocument> {
    const { key, holder } = await this.seal.get(charge.organisationId);
    const words = messagesOf('charge', language);
    const { bytes, pages } = await this.typesetter.typesetSigned(certificatePage(told, language), key, {
      name: holder,
      designation: told.post[language],
      at: charge.handedAt,
      reason: fill(words.sealReason, { post: post.marking }, language),
    });
    const { sha256, size } = await this.store.put({ bytes });
    const fileName = `${words.fileName} ${post.marking.replaceAll(/[/\\]/g, '-')}.pdf`;
    return { sha256, size, pages, fileName, hasText: true, madeHere: true };
  }

  private async toldOf(charge: ChargeHandover, post: Post): Promise<CertificateOfCharge> {
    const { organisationId, postId, fromUserId, handedByUserId } = charge;
    const [names] = await select(
      this.database,
      NAMES,
      `SELECT ${letterheadOf('$1', '$2')} AS letterhead, ${personName('$4')} AS "from", ${personName('$5')} AS by,
         ${nextHolderOf('$1', '$3', '$4')} AS "to", ${isoInstant('$6::timestamptz')} AS at`,
      [organisationId, post.unitId, postId, fromUserId, handedByUserId, charge.handedAt],
    );
    if (!names) throw new Error('The post has no unit');
    const { letterhead, from, by, to, at } = names;
    const { cause, orderReference, handedOn, half, items } = charge;
    return {
      office: letterhead.name,
      isSpecimen: letterhead.demo,
      unit: letterhead.unit,
      post: {
        hi: `${post.designationHi}, ${post.markingHi ?? post.marking}`,
        en: `${post.designationEn}, ${post.marking}`,
      },
      from,
      enteredBy: handedByUserId === fromUserId ? null : by,
      to,
      cause,
      orderReference,
      handedOn,
      half,
      items,
      handedAt: at,
    };
  }
}

async function enter(
  tx: Transaction,
  { id, fromUserId, handedByPostId: postId }: ChargeHandover,
  post: Post,
  made: readonly NewDocument[],
): Promise<object> {
  const { documentHiId } = await tx.lock(ChargeHandover, { id });
  if (documentHiId !== null) throw new Error('The certificate has been made meanwhile');
  const { organisationId, userId } = tx.by;
  if (userId === null) throw new Error('A charge is handed over by a person');
  const ids: string[] = [];
  for (const each of made) ids.push((await addDocument(tx, { organisationId, userId, postId }, each)).id);
  const [hi = null, en = null] = ids;
  await tx.update(ChargeHandover, { id }, { documentHiId: hi, documentEnId: en });
  const [inHindi] = made;
  await tx.record('user.charge_certified', fromUserId, {
    relatedId: id,
    // The bytes of the one in Hindi; the row names both.
    contentHash: inHindi?.sha256,
    data: { posts: [post.marking], pages: inHindi?.pages ?? 0 },
  });
  return {};
}
