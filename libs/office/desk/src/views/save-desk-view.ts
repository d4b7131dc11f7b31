import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type DeskViewChanged, MOST_VIEWS, type SaveDeskView as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { DeskView } from './desk-view.entity';
import { lockOwner, makeRoomForFirst, ownerOf, recordedAs, recordView, refuseTakenName } from './owner';
import { keptViews } from './kept-views';

/** Keeps a look at the inbox, or a search, under a name, for the acting post alone. */
@Injectable()
export class SaveDeskView {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `too-many-views`, `view-name-taken`. */
  @Serves('saveDeskView')
  execute(actor: Actor, request: Request): Promise<DeskViewChanged> {
    return this.transactions.run(recordedAs(actor), async (tx) => {
      await lockOwner(tx, actor);
      const kept = await keptViews(tx, actor);
      refuseTakenName(kept, request.name);
      const slot = Array.from({ length: MOST_VIEWS }, (_, index) => index + 1).find(
        (free) => !kept.some((view) => view.slot === free),
      );
      if (slot === undefined) throw new Refusal('too-many-views', { count: kept.length });
      await makeRoomForFirst(tx, actor, request);
      const id = uuidv7();
      await tx.insert(DeskView, { id, ...ownerOf(actor), slot, ...request });
      await recordView(tx, id, actor, 'saved');
      return { id, version: 1 };
    });
  }
}
