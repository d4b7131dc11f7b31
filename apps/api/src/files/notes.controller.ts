import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { EventView, FileChanged, MovementView, NoteContent, NoteView, PageQuery, pageOf } from '@patravali/contract';
import { AddNote, ChangeNote, ConfirmNote, DiscardNote, TakeBackNote } from '@patravali/notes';
import { FileRegisters } from '@patravali/files';
import { IdPipe } from '../http/id-param';
import { IfMatch, NeededIfMatch } from '../http/if-match.decorator';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** Writing the one note in hand. */
@Controller()
export class NotesController {
  constructor(
    private readonly addNote: AddNote,
    private readonly changeNote: ChangeNote,
  ) {}

  @Operation('addNote', { answer: FileChanged, status: 201 })
  add(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: NoteContent }) content: NoteContent,
  ) {
    return this.addNote.execute(actor, fileId, content);
  }

  @Operation('changeNote', { answer: FileChanged })
  change(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: NoteContent }) content: NoteContent,
    @NeededIfMatch() ifMatch: number,
  ) {
    return this.changeNote.execute(actor, fileId, content, ifMatch);
  }
}

/** The colours of the note in hand: yellow, green, thrown away. */
@Controller()
export class NoteColoursController {
  constructor(
    private readonly confirmNote: ConfirmNote,
    private readonly takeBackNote: TakeBackNote,
    private readonly discardNote: DiscardNote,
  ) {}

  @Operation('confirmNote', { answer: FileChanged })
  confirm(@CurrentActor() actor: Actor, @Param('fileId', IdPipe) fileId: string, @IfMatch() ifMatch?: number) {
    return this.confirmNote.execute(actor, fileId, ifMatch);
  }

  @Operation('takeBackNote', { answer: FileChanged })
  takeBack(@CurrentActor() actor: Actor, @Param('fileId', IdPipe) fileId: string, @IfMatch() ifMatch?: number) {
    return this.takeBackNote.execute(actor, fileId, ifMatch);
  }

  @Operation('discardNote', { answer: FileChanged })
  discard(@CurrentActor() actor: Actor, @Param('fileId', IdPipe) fileId: string, @IfMatch() ifMatch?: number) {
    return this.discardNote.execute(actor, fileId, ifMatch);
  }
}

/** What the file has gone through. */
@Controller()
export class FileRegistersController {
  constructor(private readonly registers: FileRegisters) {}

  @Operation('listNotes', { answer: pageOf(NoteView) })
  notes(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.registers.notes(actor, fileId, query);
  }

  @Operation('listMovements', { answer: pageOf(MovementView) })
  movements(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.registers.movements(actor, fileId, query);
  }

  @Operation('getFileHistory', { answer: pageOf(EventView) })
  history(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.registers.history(actor, fileId, query);
  }
}
