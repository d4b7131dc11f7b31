import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { OrganisationQueries, SetCalendar, SetLetterhead, SetSigningRule, SetUrgencies } from '@patravali/organisation';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class OrganisationController {
  constructor(
    private readonly organisation: OrganisationQueries,
    private readonly setCalendar: SetCalendar,
    private readonly setUrgencies: SetUrgencies,
    private readonly setLetterhead: SetLetterhead,
    private readonly setSigningRule: SetSigningRule,
  ) {}

  @Operation('listPosts')
  posts(@CurrentActor() actor: Actor, @Input() { query }: Input<'listPosts'>) {
    return this.organisation.listPosts(actor, query);
  }

  @Operation('listTenures')
  tenures(@CurrentActor() actor: Actor, @Input() { query }: Input<'listTenures'>) {
    return this.organisation.listTenures(actor, query);
  }

  @Operation('getCalendar')
  calendar(@CurrentActor() actor: Actor, @Input() { query }: Input<'getCalendar'>) {
    return this.organisation.calendar(actor, query);
  }

  @Operation('setCalendar')
  changeCalendar(@CurrentActor() actor: Actor, @Input() { body }: Input<'setCalendar'>) {
    return this.setCalendar.execute(actor, body);
  }

  @Operation('listUrgencies')
  urgencies(@CurrentActor() actor: Actor) {
    return this.organisation.listUrgencies(actor);
  }

  @Operation('setUrgencies')
  changeUrgencies(@CurrentActor() actor: Actor, @Input() { body }: Input<'setUrgencies'>) {
    return this.setUrgencies.execute(actor, body);
  }

  @Operation('getLetterhead')
  letterhead(@CurrentActor() actor: Actor) {
    return this.organisation.letterhead(actor);
  }

  @Operation('setLetterhead')
  changeLetterhead(@CurrentActor() actor: Actor, @Input() { body }: Input<'setLetterhead'>) {
    return this.setLetterhead.execute(actor, body);
  }

  @Operation('getSigningRule')
  signingRule(@CurrentActor() actor: Actor) {
    return this.organisation.signingRule(actor);
  }

  @Operation('setSigningRule')
  changeSigningRule(@CurrentActor() actor: Actor, @Input() { body }: Input<'setSigningRule'>) {
    return this.setSigningRule.execute(actor, body);
  }

  @Operation('listNumberHeads')
  numberHeads(@CurrentActor() actor: Actor, @Input() { query }: Input<'listNumberHeads'>) {
    return this.organisation.listNumberHeads(actor, query);
  }
}
