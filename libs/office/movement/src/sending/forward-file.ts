import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, ForwardFile as ForwardFileRequest } from '@patravali/contract';
import { lockSeenCustody, readCustodies, readDueDay, readUrgencyLabel } from '@patravali/custody';
import { type SqlRunner, Transactions } from '@patravali/database';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { FreezeNote } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { decideForward, type ForwardFacts, freezingOf } from './forward-rules';
import { type FileToSend, SendFile } from './send-file';

/** Sends the file to another post, with what is asked there. To a vacant post is allowed; to oneself is not. */
@Injectable()
export class ForwardFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly sendFile: SendFile,
    private readonly freezeNote: FreezeNote,
  ) {}

  /** @throws Refusal of `decideForward`. */
  @Serves('forwardFile')
  execute(actor: Actor, fileId: string, request: ForwardFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [custody, beforeOf] = await Promise.all([
        lockSeenCustody(tx, actor, { fileId, ifMatch }),
        this.sendFile.read(tx, actor, [fileId], request.toPostId),
      ]);
      const file = { custody, ...beforeOf(fileId) };
      const facts = await this.readFacts(tx, actor, [file], request);
      const { sending, decided } = decideForward(facts, actor, file, request);
      return await this.sendFile.write(tx, actor, file, sending, decided);
    });
  }

  /**
   * Which of these files could not be forwarded so now, and why. Nothing is changed, and nothing counts as opened; as many statements for
   * many files as for one.
   */
  async check(actor: Actor, fileIds: readonly string[], request: ForwardFileRequest): Promise<Refusals> {
    const [custodyOf, beforeOf] = await Promise.all([
      readCustodies(this.database, actor, fileIds),
      this.sendFile.read(this.database, actor, fileIds, request.toPostId),
    ]);
    const fileOf = (fileId: string): FileToSend => ({ custody: custodyOf(fileId), ...beforeOf(fileId) });
    // Of what the actor may not see nothing more is asked.
    const unseen = eachRefusal(fileIds, custodyOf);
    const seen = fileIds.filter((fileId) => !unseen.has(fileId)).map(fileOf);
    const facts = await this.readFacts(this.database, actor, seen, request);
    return eachRefusal(fileIds, (fileId) => decideForward(facts, actor, fileOf(fileId), request));
  }

  /** As many statements for many files as for one. */
  private async readFacts(
    database: SqlRunner,
    actor: Actor,
    files: readonly FileToSend[],
    request: ForwardFileRequest,
  ): Promise<ForwardFacts> {
    const urgencies = files.map(({ custody }) => custody.urgency);
    const [urgency, dueDay, note] = await Promise.all([
      readUrgencyLabel(database, actor, request.urgency, urgencies),
      readDueDay(database, actor.organisationId, request.dueOn),
      this.freezeNote.readFacts(database, actor, files, freezingOf(request)),
    ]);
    return { urgency, dueDay, note };
  }
}
