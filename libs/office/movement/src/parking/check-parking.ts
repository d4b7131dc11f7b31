import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ParkFile } from '@patravali/contract';
import { custodyOf, refuseAct } from '@patravali/custody';
import { eachRefusal, refusalOf, type Refusals } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { refuseUnfitEnd } from './refuse-day';

/** Which of these files could not be parked so, and why, by the rules of `ParkFile`. As many statements for many files as for one. */
@Injectable()
export class CheckParking {
  constructor(private readonly database: EntityManager) {}

  async execute(actor: Actor, fileIds: readonly string[], request: ParkFile): Promise<Refusals> {
    const [custodies, unfitDay] = await Promise.all([
      custodyOf(this.database, actor, fileIds),
      refusalOf(refuseUnfitEnd(this.database, request)),
    ]);
    return await eachRefusal(fileIds, (fileId) => {
      refuseAct(actor, { move: 'park' }, custodies.get(fileId));
      if (unfitDay) throw unfitDay;
    });
  }
}
