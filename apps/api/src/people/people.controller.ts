import { Controller, Query } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NumberHead, type Page, PageQuery, pageOf, PostView, Welcome } from '@patravali/contract';
import { PeopleQueries } from '@patravali/organisation';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';
import { Public } from '../session/public.decorator';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleQueries) {}

  @Operation('getWelcome', { answer: Welcome })
  @Public()
  welcome(): Promise<Welcome> {
    return this.people.welcome();
  }

  @Operation('listPosts', { answer: pageOf(PostView) })
  posts(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<PostView>> {
    return this.people.listPosts(actor, query);
  }

  @Operation('listNumberHeads', { answer: pageOf(NumberHead) })
  numberHeads(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<NumberHead>> {
    return this.people.listNumberHeads(actor, query);
  }
}
