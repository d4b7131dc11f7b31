import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CheckRegrading as CheckRegradingRequest, RegradingTouches } from '@patravali/contract';
import { readCustodies, stateAfterAct } from '@patravali/custody';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { countTouched } from './count-touched';
import { RegradingReach } from './regrading-reach';

/** Tells whoever is about to regrade a file what that touches: two statements. */
@Injectable()
export class CheckRegrading {
  constructor(
    private readonly database: EntityManager,
    private readonly reach: RegradingReach,
  ) {}

  /** @throws Refusal `not-found`, `not-allowed`, and what the state of the file refuses. */
  @Serves('checkRegrading')
  async execute(actor: Actor, fileId: string, { grading }: CheckRegradingRequest): Promise<RegradingTouches> {
    const custodyOf = await readCustodies(this.database, actor, [fileId]);
    const custody = custodyOf(fileId);
    stateAfterAct(actor, { move: 'regrade' }, custody);
    return await countTouched(this.database, custody, grading, this.reach);
  }
}
