import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  ConfirmAddress,
  DispatchIssue,
  FollowDispatch,
  IssueViewQuery,
  ListAwaitedReplies,
  MarkNotToBeSent,
  MarkToBeSent,
  RevokeIssue,
  SupersedeIssue,
} from '@patravali/dispatch';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class IssuesController {
  constructor(
    private readonly viewIssue: IssueViewQuery,
    private readonly listAwaitedReplies: ListAwaitedReplies,
    private readonly dispatchIssue: DispatchIssue,
    private readonly followDispatch: FollowDispatch,
    private readonly markNotToBeSent: MarkNotToBeSent,
    private readonly markToBeSent: MarkToBeSent,
    private readonly confirmAddress: ConfirmAddress,
    private readonly revokeIssue: RevokeIssue,
    private readonly supersedeIssue: SupersedeIssue,
  ) {}

  @Operation('getIssue')
  get(@CurrentActor() actor: Actor, @Input() { params }: Input<'getIssue'>) {
    return this.viewIssue.execute(actor, params.issueId);
  }

  @Operation('listAwaitedReplies')
  awaited(@CurrentActor() actor: Actor, @Input() { params }: Input<'listAwaitedReplies'>) {
    return this.listAwaitedReplies.execute(actor, params.fileId);
  }

  @Operation('dispatchIssue')
  dispatch(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'dispatchIssue'>) {
    return this.dispatchIssue.execute(actor, params.issueId, body);
  }

  @Operation('markNotToBeSent')
  withhold(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'markNotToBeSent'>) {
    return this.markNotToBeSent.execute(actor, params.issueId, body);
  }

  @Operation('markToBeSent')
  sendAfterAll(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'markToBeSent'>) {
    return this.markToBeSent.execute(actor, params.issueId, body);
  }

  @Operation('confirmAddress')
  confirm(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'confirmAddress'>) {
    return this.confirmAddress.execute(actor, params.issueId, body);
  }

  @Operation('revokeIssue')
  revoke(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'revokeIssue'>) {
    return this.revokeIssue.execute(actor, params.issueId, body);
  }

  @Operation('supersedeIssue')
  supersede(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'supersedeIssue'>) {
    return this.supersedeIssue.execute(actor, params.issueId, body);
  }

  @Operation('followDispatch')
  follow(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'followDispatch'>) {
    return this.followDispatch.execute(actor, params.issueId, params.dispatchId, body);
  }
}
