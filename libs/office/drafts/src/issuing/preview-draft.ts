import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftContent } from '@patravali/contract';
import { CUSTODY, mayReadFile } from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { letterFrame, type LetterFrame, lookNow, NO_NAMES, PrintLetter, signatureModeOf } from '@patravali/letters';
import { certifiedNames } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import z from 'zod';
import { refuseUnfitSignatories } from '../writing/refuse-unfit-parties';
import { approvedLook } from '../approving/approved-look';

/**
 * Shows a text as the letter it would become: that of an approved draft as it was approved. It changes nothing and is kept nowhere.
 */
@Injectable()
export class PreviewDraft {
  constructor(
    private readonly database: EntityManager,
    private readonly printLetter: PrintLetter,
  ) {}

  /** @throws Refusal `not-found` for whoever may not read the file, `unknown-post`, `officer-needed`, `typesetter-unavailable`. */
  async execute(actor: Actor, fileId: string, content: DraftContent, draftId?: string): Promise<Uint8Array> {
    const parameters = new Parameters();
    const readable = mayReadFile(actor, parameters);
    const [file] = await select(
      this.database,
      z.object({ fileId: z.uuid() }),
      `SELECT c.file_id AS "fileId" FROM ${CUSTODY} WHERE c.file_id = ${parameters.bind(fileId)} AND ${readable}`,
      parameters.values,
    );
    if (!file) throw new Refusal('not-found');
    await refuseUnfitSignatories(this.database, actor.organisationId, content);
    const frame = await letterFrame(this.database, actor.organisationId, fileId, content);
    const draft = draftId === undefined ? null : { organisationId: actor.organisationId, id: draftId, fileId };
    const approved = draft && (await approvedLook(this.database, draft, content));
    const names = await this.namesOfSigners(actor.organisationId, content, frame);
    return await this.printLetter.preview(content, frame, approved ?? lookNow(frame), names);
  }

  /** What their certificates call those who would sign it today: the mark of their signatures says so, and the preview leaves room for it. */
  private async namesOfSigners(organisationId: string, content: DraftContent, frame: LetterFrame) {
    if (signatureModeOf(content, frame.signedForms) === 'sealed') return NO_NAMES;
    const userIds = [frame.signatory, ...frame.coSignatories].flatMap(({ holder }) => holder?.userId ?? []);
    return await certifiedNames(this.database, organisationId, userIds);
  }
}
