import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DeskViewChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockView, recordedAs, recordView } from './owner';

/** Takes a view away; the files that it showed stay where they are. */
@Injectable()
export class DeleteDeskView {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `changed-meanwhile`. */
  @Serves('deleteDeskView')
  execute(actor: Actor, viewId: string, ifMatch?: number): Promise<DeskViewChanged> {
    return this.transactions.run(recordedAs(actor), async (tx) => {
      const view = await lockView(tx, actor, viewId, ifMatch);
      await tx.execute('DELETE FROM desk_view WHERE organisation_id = $1 AND id = $2', [view.organisationId, view.id]);
      await recordView(tx, view.id, view, 'deleted');
      return { id: view.id, version: view.version };
    });
  }
}
