import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DeskViewChanged, SaveDeskView as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { DeskView } from './desk-view.entity';
import { keptViews } from './kept-views';
import { lockView, makeRoomForFirst, recordedAs, recordView, refuseTakenName } from './owner';

/** Gives a view another name, shows something else with it, or makes it what the post begins with. */
@Injectable()
export class ChangeDeskView {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `changed-meanwhile`, `view-name-taken`. */
  @Serves('changeDeskView')
  execute(actor: Actor, viewId: string, request: Request, ifMatch: number): Promise<DeskViewChanged> {
    return this.transactions.run(recordedAs(actor), async (tx) => {
      const view = await lockView(tx, actor, viewId, ifMatch);
      const others = (await keptViews(tx, actor)).filter(({ id }) => id !== view.id);
      refuseTakenName(others, request.name);
      if (!view.isFirst) await makeRoomForFirst(tx, actor, request);
      const version = view.version + 1;
      await tx.update(DeskView, { id: view.id }, { ...request, version });
      await recordView(tx, view.id, view, 'changed');
      return { id: view.id, version };
    });
  }
}
