import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AddNote, ChangeNote, ListNoteNumbers, ListNotes, ListNoteVersions, ReadNoteSignature } from '@patravali/notes';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The notes of a file: those that are frozen, and the writing of the one in hand. */
@Controller()
export class NotesController {
  constructor(
    private readonly listNotes: ListNotes,
    private readonly listNoteVersions: ListNoteVersions,
    private readonly listNoteNumbers: ListNoteNumbers,
    private readonly readSignature: ReadNoteSignature,
    private readonly addNote: AddNote,
    private readonly changeNote: ChangeNote,
  ) {}

  @Operation('listNotes')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listNotes'>) {
    return this.listNotes.execute(actor, params.fileId, query);
  }

  @Operation('listNoteNumbers')
  numbers(@CurrentActor() actor: Actor, @Input() { params }: Input<'listNoteNumbers'>) {
    return this.listNoteNumbers.execute(actor, params.fileId);
  }

  @Operation('getNoteSignature')
  signature(@CurrentActor() actor: Actor, @Input() { params }: Input<'getNoteSignature'>) {
    return this.readSignature.execute(actor, params.fileId, params.note);
  }

  @Operation('addNote')
  add(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'addNote'>) {
    return this.addNote.execute(actor, params.fileId, body);
  }

  @Operation('changeNote')
  change(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'changeNote'>) {
    return this.changeNote.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('listNoteVersions')
  versions(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listNoteVersions'>) {
    return this.listNoteVersions.execute(actor, params.fileId, query);
  }
}
