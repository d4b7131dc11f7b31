import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DispatchIssue, IssueViewQuery } from '@patravali/dispatch';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class IssuesController {
  constructor(
    private readonly viewIssue: IssueViewQuery,
    private readonly dispatchIssue: DispatchIssue,
  ) {}

  @Operation('getIssue')
  get(@CurrentActor() actor: Actor, @Input() { params }: Input<'getIssue'>) {
    return this.viewIssue.execute(actor, params.issueId);
  }

  @Operation('dispatchIssue')
  dispatch(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'dispatchIssue'>) {
    return this.dispatchIssue.execute(actor, params.issueId, body);
  }
}
