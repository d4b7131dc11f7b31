import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { LevelFiguresQuery } from '@patravali/custody';
import { KeepCaseCategory, ListCaseCategories, WayQuery } from '@patravali/organisation';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Kinds of cases, the way that each goes, and how many levels the office's files pass. */
@Controller()
export class ChannelController {
  constructor(
    private readonly listCaseCategories: ListCaseCategories,
    private readonly keepCaseCategory: KeepCaseCategory,
    private readonly wayQuery: WayQuery,
    private readonly levelFigures: LevelFiguresQuery,
  ) {}

  @Operation('listCaseCategories')
  list(@CurrentActor() actor: Actor, @Input() { query }: Input<'listCaseCategories'>) {
    return this.listCaseCategories.execute(actor, query);
  }

  @Operation('keepCaseCategory')
  keep(@CurrentActor() actor: Actor, @Input() { body }: Input<'keepCaseCategory'>) {
    return this.keepCaseCategory.execute(actor, body);
  }

  @Operation('getWay')
  way(@CurrentActor() actor: Actor, @Input() { query }: Input<'getWay'>) {
    return this.wayQuery.execute(actor, query);
  }

  @Operation('getLevelFigures')
  figures(@CurrentActor() actor: Actor) {
    return this.levelFigures.execute(actor);
  }
}
