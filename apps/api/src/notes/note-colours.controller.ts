import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ConfirmNote, DiscardNote, PrepareNote, SignNote, TakeBackNote, TakeUpNote } from '@patravali/notes';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The colours of the note in hand: yellow, green, thrown away, or taken up again. */
@Controller()
export class NoteColoursController {
  constructor(
    private readonly confirmNote: ConfirmNote,
    private readonly prepareNote: PrepareNote,
    private readonly signNote: SignNote,
    private readonly takeBackNote: TakeBackNote,
    private readonly discardNote: DiscardNote,
    private readonly takeUpNote: TakeUpNote,
  ) {}

  @Operation('confirmNote')
  confirm(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'confirmNote'>) {
    return this.confirmNote.execute(actor, params.fileId, ifMatch);
  }

  @Operation('prepareNote')
  prepare(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'prepareNote'>) {
    return this.prepareNote.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('signNote')
  sign(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'signNote'>) {
    return this.signNote.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('takeBackNote')
  takeBack(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'takeBackNote'>) {
    return this.takeBackNote.execute(actor, params.fileId, ifMatch);
  }

  @Operation('takeUpNote')
  takeUp(@CurrentActor() actor: Actor, @Input() { params }: Input<'takeUpNote'>) {
    return this.takeUpNote.execute(actor, params.fileId, params.noteId);
  }

  @Operation('discardNote')
  discard(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'discardNote'>) {
    return this.discardNote.execute(actor, params.fileId, ifMatch);
  }
}
