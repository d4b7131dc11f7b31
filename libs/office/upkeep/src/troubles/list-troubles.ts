import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { buildFacts, CONFIG, type Config } from '@patravali/config';
import type { OfficeTroubles } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { refuseNonAdministrator } from '@patravali/organisation';
import { OfficeCondition } from '../condition/office-condition';
import { recentCrashes } from './crashes';
import { troublesOf } from './troubles';

/** What troubles the office, for its administrators. */
@Injectable()
export class ListTroubles {
  constructor(
    private readonly condition: OfficeCondition,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('listTroubles')
  async execute(actor: Actor): Promise<OfficeTroubles> {
    refuseNonAdministrator(actor);
    const [condition, crashes] = await Promise.all([this.condition.ask(), recentCrashes(this.config.dataFolder)]);
    return { ...buildFacts(), troubles: troublesOf(condition), crashes };
  }
}
