import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ClearConnection as Request, ConnectionChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockOrganisation, refuseNonAdministrator } from '@patravali/organisation';
import { PageSettingsKeeper } from './page-settings';

/** What an administrator has set is taken back, also what no key opens any more. */
@Injectable()
export class ClearConnection {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: PageSettingsKeeper,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators; `connection-not-set`. */
  @Serves('clearConnection')
  async execute(actor: Actor, { connection, reason }: Request): Promise<ConnectionChanged> {
    refuseNonAdministrator(actor);
    const answer = await this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      if (!(await this.settings.drop(tx, connection))) throw new Refusal('connection-not-set');
      await tx.record('organisation.connection_cleared', actor.organisationId, { reason, data: { connection } });
      return { connection };
    });
    await this.settings.tell();
    return answer;
  }
}
