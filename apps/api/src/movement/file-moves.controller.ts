import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ListMovements } from '@patravali/custody';
import {
  ForwardFile,
  OpenFile,
  PullBackFile,
  PutUpForCorrection,
  ReturnCorrection,
  ReturnFile,
} from '@patravali/movement';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The moves of a file. Each is one command; the controller only translates. */
@Controller()
export class FileMovesController {
  constructor(
    private readonly listMovements: ListMovements,
    private readonly openFile: OpenFile,
    private readonly forwardFile: ForwardFile,
    private readonly returnFile: ReturnFile,
    private readonly pullBackFile: PullBackFile,
    private readonly putUpForCorrection: PutUpForCorrection,
    private readonly returnCorrection: ReturnCorrection,
  ) {}

  @Operation('listMovements')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listMovements'>) {
    return this.listMovements.execute(actor, params.fileId, query);
  }

  @Operation('openFile')
  open(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'openFile'>) {
    return this.openFile.execute(actor, params.fileId, ifMatch);
  }

  @Operation('forwardFile')
  forward(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'forwardFile'>) {
    return this.forwardFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('returnFile')
  return(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'returnFile'>) {
    return this.returnFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('pullBackFile')
  pullBack(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'pullBackFile'>) {
    return this.pullBackFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('putUpForCorrection')
  putUp(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'putUpForCorrection'>) {
    return this.putUpForCorrection.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('returnCorrection')
  returnCorrected(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'returnCorrection'>) {
    return this.returnCorrection.execute(actor, params.fileId, body, ifMatch);
  }
}
