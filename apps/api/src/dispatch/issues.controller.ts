import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  DispatchIssue as DispatchIssueRequest,
  IssueDispatched,
  IssueRow,
  IssueView,
  ListIssues,
  pageOf,
  RegisterQuery,
} from '@patravali/contract';
import { DispatchIssue, DownloadDispatchRegister, IssueLists, IssueViewQuery } from '@patravali/dispatch';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-param';
import { languageOf } from '../http/language';
import { Operation } from '../http/operation.decorator';
import { sendPdf } from '../http/send-pdf';
import { CurrentActor } from '../session/current-actor.decorator';

/** The registers of issued letters. Before `IssuesController`, whose `/issues/:issueId` would take its paths. */
@Controller()
export class DispatchRegisterController {
  constructor(
    private readonly lists: IssueLists,
    private readonly downloadRegister: DownloadDispatchRegister,
  ) {}

  @Operation('listIssues', { answer: pageOf(IssueRow) })
  list(@CurrentActor() actor: Actor, @Query({ schema: ListIssues }) query: ListIssues) {
    return this.lists.execute(actor, query);
  }

  @Operation('downloadDispatchRegister', { media: 'application/pdf' })
  async download(
    @CurrentActor() actor: Actor,
    @Query({ schema: RegisterQuery }) { from, to }: RegisterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pdf = await this.downloadRegister.execute(actor, { from, to }, languageOf(request));
    sendPdf(reply, pdf, 'dispatch-register');
  }
}

@Controller()
export class IssuesController {
  constructor(
    private readonly viewIssue: IssueViewQuery,
    private readonly dispatchIssue: DispatchIssue,
  ) {}

  @Operation('getIssue', { answer: IssueView })
  get(@CurrentActor() actor: Actor, @Param('issueId', IdPipe) issueId: string) {
    return this.viewIssue.execute(actor, issueId);
  }

  @Operation('dispatchIssue', { answer: IssueDispatched, status: 201 })
  dispatch(
    @CurrentActor() actor: Actor,
    @Param('issueId', IdPipe) issueId: string,
    @Body({ schema: DispatchIssueRequest }) request: DispatchIssueRequest,
  ) {
    return this.dispatchIssue.execute(actor, issueId, request);
  }
}
