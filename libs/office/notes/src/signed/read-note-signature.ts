import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NoteSignatureFiles } from '@patravali/contract';
import { CUSTODY, mayReadFile } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

const FILES = projection(NoteSignatureFiles, { signed: 's.signed', cms: 's.cms' });

/** What was signed and the signature over it, for whoever wants to check it with a program of his own. */
@Injectable()
export class ReadNoteSignature {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file, and for a note that is not signed. */
  @Serves('getNoteSignature')
  async execute(actor: Actor, fileId: string, note: number): Promise<NoteSignatureFiles> {
    const parameters = new Parameters();
    const [found] = await select(
      this.database,
      FILES.row,
      `SELECT ${FILES.columns} FROM ${CUSTODY}
       JOIN note_signature s ON s.organisation_id = c.organisation_id AND s.file_id = c.file_id
       WHERE c.file_id = ${parameters.bind(fileId)} AND s.note = ${parameters.bind(note)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return found;
  }
}
