import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { custodyOf, refuseAct } from '@patravali/custody';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { EntityManager } from 'typeorm';

/** Which of these files could not be opened, and why, by the rules of `OpenFile`. One statement. */
@Injectable()
export class CheckOpening {
  constructor(private readonly database: EntityManager) {}

  async execute(actor: Actor, fileIds: readonly string[]): Promise<Refusals> {
    const custodies = await custodyOf(this.database, actor, fileIds);
    return await eachRefusal(fileIds, (fileId) => refuseAct(actor, { move: 'open' }, custodies.get(fileId)));
  }
}
