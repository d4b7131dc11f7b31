import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { OrganisationQueries } from '@patravali/organisation';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class OrganisationController {
  constructor(private readonly organisation: OrganisationQueries) {}

  @Operation('listPosts')
  posts(@CurrentActor() actor: Actor, @Input() { query }: Input<'listPosts'>) {
    return this.organisation.listPosts(actor, query);
  }

  @Operation('listTenures')
  tenures(@CurrentActor() actor: Actor, @Input() { query }: Input<'listTenures'>) {
    return this.organisation.listTenures(actor, query);
  }

  @Operation('listNumberHeads')
  numberHeads(@CurrentActor() actor: Actor, @Input() { query }: Input<'listNumberHeads'>) {
    return this.organisation.listNumberHeads(actor, query);
  }
}
