import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type CameBetween, prepares } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { ChargeHandover } from './charge-handover.entity';
import { cameSince, seenOf } from './charge-items';

/** What has come to the acting post since its charge was handed over; once it is taken over, what had come until then. */
@Injectable()
export class ListCameBetween {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for a charge of another post, and for assistants. */
  @Serves('listCameBetween')
  async execute({ organisationId, postId, capacity }: Actor, chargeId: string): Promise<CameBetween> {
    const charge = await this.database.findOneBy(ChargeHandover, { organisationId, id: chargeId, postId });
    if (!charge || prepares(capacity)) throw new Refusal('not-found');
    const items = charge.cameBetween ?? (await cameSince(this.database, charge, charge.handedAt));
    return { items, seen: seenOf(items) };
  }
}
