import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Language } from '@patravali/contract';
import { ExportLists } from '@patravali/establishment';
import type { FastifyReply } from 'fastify';
import { madeSheet } from '../answers/made-sheet';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The people and the posts of the office as sheets. */
@Controller()
export class ListsController {
  constructor(private readonly exportLists: ExportLists) {}

  @Operation('exportPeopleCsv')
  async peopleCsv(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'exportPeopleCsv'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.exportLists.people(actor, language, query.empty === true);
    return madeSheet(reply, 'csv', sheet, 'people');
  }

  @Operation('exportPeopleXlsx')
  async peopleXlsx(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'exportPeopleXlsx'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.exportLists.people(actor, language, query.empty === true);
    return madeSheet(reply, 'xlsx', sheet, 'people');
  }

  @Operation('exportPostsCsv')
  async postsCsv(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'exportPostsCsv'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.exportLists.posts(actor, language, query.empty === true);
    return madeSheet(reply, 'csv', sheet, 'posts');
  }

  @Operation('exportPostsXlsx')
  async postsXlsx(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'exportPostsXlsx'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.exportLists.posts(actor, language, query.empty === true);
    return madeSheet(reply, 'xlsx', sheet, 'posts');
  }
}
