import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ChangeQuickPhrase, DeleteQuickPhrase, ListQuickPhrases, SaveQuickPhrase } from '@patravali/notes';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The sentences that a person or a unit keeps for their notes. */
@Controller()
export class QuickPhrasesController {
  constructor(
    private readonly listQuickPhrases: ListQuickPhrases,
    private readonly saveQuickPhrase: SaveQuickPhrase,
    private readonly changeQuickPhrase: ChangeQuickPhrase,
    private readonly deleteQuickPhrase: DeleteQuickPhrase,
  ) {}

  @Operation('listQuickPhrases')
  list(@CurrentActor() actor: Actor) {
    return this.listQuickPhrases.execute(actor);
  }

  @Operation('saveQuickPhrase')
  save(@CurrentActor() actor: Actor, @Input() { body }: Input<'saveQuickPhrase'>) {
    return this.saveQuickPhrase.execute(actor, body);
  }

  @Operation('changeQuickPhrase')
  change(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'changeQuickPhrase'>) {
    return this.changeQuickPhrase.execute(actor, params.phraseId, body, ifMatch);
  }

  @Operation('deleteQuickPhrase')
  delete(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'deleteQuickPhrase'>) {
    return this.deleteQuickPhrase.execute(actor, params.phraseId, ifMatch);
  }
}
