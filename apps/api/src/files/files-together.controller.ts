import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AttachFile, DetachFile, IncorporatePart, LinkFile, OpenPart, OpenVolume, UnlinkFile } from '@patravali/files';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Two files come together or go apart, or one is a part or the next volume of the other. */
@Controller()
export class FilesTogetherController {
  constructor(
    private readonly linkFile: LinkFile,
    private readonly unlinkFile: UnlinkFile,
    private readonly attachFile: AttachFile,
    private readonly detachFile: DetachFile,
    private readonly openPart: OpenPart,
    private readonly incorporatePart: IncorporatePart,
    private readonly openVolume: OpenVolume,
  ) {}

  @Operation('linkFile')
  link(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'linkFile'>) {
    return this.linkFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('unlinkFile')
  unlink(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'unlinkFile'>) {
    return this.unlinkFile.execute(actor, params.fileId, params.otherFileId, body, ifMatch);
  }

  @Operation('attachFile')
  attach(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'attachFile'>) {
    return this.attachFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('detachFile')
  detach(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'detachFile'>) {
    return this.detachFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('openPart')
  part(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'openPart'>) {
    return this.openPart.execute(actor, params.fileId, body);
  }

  @Operation('openVolume')
  volume(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'openVolume'>) {
    return this.openVolume.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('incorporatePart')
  incorporate(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'incorporatePart'>) {
    return this.incorporatePart.execute(actor, params.fileId, ifMatch);
  }
}
