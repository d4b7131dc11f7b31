import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ChangeDeskView, DeleteDeskView, ListDeskViews, SaveDeskView } from '@patravali/desk';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The looks at the inbox that a person keeps for a post. */
@Controller()
export class DeskViewsController {
  constructor(
    private readonly listDeskViews: ListDeskViews,
    private readonly saveDeskView: SaveDeskView,
    private readonly changeDeskView: ChangeDeskView,
    private readonly deleteDeskView: DeleteDeskView,
  ) {}

  @Operation('listDeskViews')
  list(@CurrentActor() actor: Actor) {
    return this.listDeskViews.execute(actor);
  }

  @Operation('saveDeskView')
  save(@CurrentActor() actor: Actor, @Input() { body }: Input<'saveDeskView'>) {
    return this.saveDeskView.execute(actor, body);
  }

  @Operation('changeDeskView')
  change(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'changeDeskView'>) {
    return this.changeDeskView.execute(actor, params.viewId, body, ifMatch);
  }

  @Operation('deleteDeskView')
  delete(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'deleteDeskView'>) {
    return this.deleteDeskView.execute(actor, params.viewId, ifMatch);
  }
}
