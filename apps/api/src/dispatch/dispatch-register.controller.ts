import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Language } from '@patravali/contract';
import { DownloadDispatchRegister, DownloadPostalList, PrintEnvelopes } from '@patravali/dispatch';
import type { FastifyReply } from 'fastify';
import { Input } from '../requests/input';
import { madePdf } from '../answers/made-pdf';
import { madeSheet } from '../answers/made-sheet';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The registers of issued letters on paper and as sheets, and envelopes. */
@Controller()
export class DispatchRegisterController {
  constructor(
    private readonly downloadRegister: DownloadDispatchRegister,
    private readonly downloadPostalList: DownloadPostalList,
    private readonly printEnvelopes: PrintEnvelopes,
  ) {}

  @Operation('downloadDispatchRegister')
  async download(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDispatchRegister'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pdf = await this.downloadRegister.execute(actor, query, language);
    return madePdf(reply, pdf, 'dispatch-register');
  }

  @Operation('downloadPostalList')
  async postalList(
    @CurrentActor() actor: Actor,
    @Input() { query: { from, to } }: Input<'downloadPostalList'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madePdf(reply, await this.downloadPostalList.execute(actor, { from, to }, language), 'postal-list');
  }

  @Operation('printEnvelopes')
  async envelopes(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Input<'printEnvelopes'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madePdf(reply, await this.printEnvelopes.execute(actor, params.issueId, query), 'envelopes');
  }

  @Operation('downloadDispatchCsv')
  async csv(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDispatchCsv'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.downloadRegister.sheet(actor, query, language);
    return madeSheet(reply, 'csv', sheet, 'dispatch-register');
  }

  @Operation('downloadDispatchXlsx')
  async xlsx(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDispatchXlsx'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.downloadRegister.sheet(actor, query, language);
    return madeSheet(reply, 'xlsx', sheet, 'dispatch-register');
  }
}
