import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CloseFile, ReopenFile } from '@patravali/files';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class FileClosingController {
  constructor(
    private readonly closeFile: CloseFile,
    private readonly reopenFile: ReopenFile,
  ) {}

  @Operation('closeFile')
  close(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'closeFile'>) {
    return this.closeFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('reopenFile')
  reopen(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'reopenFile'>) {
    return this.reopenFile.execute(actor, params.fileId, body, ifMatch);
  }
}
