import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  DetachLetter,
  FlagCorrespondence,
  ListCorrespondence,
  PutReceiptInFile,
  WhoSawFile,
} from '@patravali/correspondence';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The letters of a file. */
@Controller()
export class CorrespondenceController {
  constructor(
    private readonly listCorrespondence: ListCorrespondence,
    private readonly flagCorrespondence: FlagCorrespondence,
    private readonly detachLetter: DetachLetter,
    private readonly putReceiptInFile: PutReceiptInFile,
    private readonly whoSawFile: WhoSawFile,
  ) {}

  @Operation('listCorrespondence')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listCorrespondence'>) {
    return this.listCorrespondence.execute(actor, params.fileId, query);
  }

  @Operation('listWhoSawFile')
  whoSaw(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listWhoSawFile'>) {
    return this.whoSawFile.execute(actor, params.fileId, query);
  }

  @Operation('flagCorrespondence')
  flag(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'flagCorrespondence'>) {
    return this.flagCorrespondence.execute(actor, params.fileId, params.serial, body, ifMatch);
  }

  @Operation('detachLetter')
  detach(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'detachLetter'>) {
    return this.detachLetter.execute(actor, params.fileId, params.serial, body, ifMatch);
  }

  @Operation('putReceiptInFile')
  putInFile(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'putReceiptInFile'>) {
    return this.putReceiptInFile.execute(actor, params.receiptId, body, ifMatch);
  }
}
