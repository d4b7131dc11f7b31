import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AgreeRecall, AskRecall, PullUpFile, RefuseRecall, WithdrawRecall } from '@patravali/movement';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** A file is taken back after the other desk has opened it: by consent, or by a superior. */
@Controller()
export class TakingBackController {
  constructor(
    private readonly askRecall: AskRecall,
    private readonly agreeRecall: AgreeRecall,
    private readonly refuseRecall: RefuseRecall,
    private readonly withdrawRecall: WithdrawRecall,
    private readonly pullUpFile: PullUpFile,
  ) {}

  @Operation('askRecall')
  ask(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'askRecall'>) {
    return this.askRecall.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('agreeRecall')
  agree(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'agreeRecall'>) {
    return this.agreeRecall.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('refuseRecall')
  refuse(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'refuseRecall'>) {
    return this.refuseRecall.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('withdrawRecall')
  withdraw(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'withdrawRecall'>) {
    return this.withdrawRecall.execute(actor, params.fileId, ifMatch);
  }

  @Operation('pullUpFile')
  pullUp(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'pullUpFile'>) {
    return this.pullUpFile.execute(actor, params.fileId, body, ifMatch);
  }
}
