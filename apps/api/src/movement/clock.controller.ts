import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { StartClock, StopClock } from '@patravali/movement';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The clock of the desk on which a file lies. */
@Controller()
export class ClockController {
  constructor(
    private readonly stopClock: StopClock,
    private readonly startClock: StartClock,
  ) {}

  @Operation('stopClock')
  stop(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'stopClock'>) {
    return this.stopClock.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('startClock')
  start(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'startClock'>) {
    return this.startClock.execute(actor, params.fileId, ifMatch);
  }
}
