import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { isBundle, type PdfAsked } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { AskedPdf } from './asked-pdf.entity';
import { lockFiles } from './lock-files';
import { refuseBundleOfAssistant } from './refuse-bundle-of-assistant';

/** Gives up a PDF that is not ready yet; whoever makes it learns that within seconds. */
@Injectable()
export class CancelPdf {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found` for what another person asked for, `pdf-ended`, `not-for-assistants`. */
  @Serves('cancelPdf')
  execute(actor: Actor, id: string): Promise<PdfAsked> {
    return this.transactions.run(actor, async (tx) => {
      const { fileId, alsoFileIds } = (await tx.find(AskedPdf, { id, userId: actor.userId })) ?? refuseUnknown();
      await lockFiles(tx, actor, [fileId, ...alsoFileIds]);
      const { state, form, issueId, selection } = await tx.lock(AskedPdf, { id });
      refuseBundleOfAssistant(actor, form);
      if (state !== 'waiting' && state !== 'making') throw new Refusal('pdf-ended');
      await tx.update(AskedPdf, { id }, { state: 'cancelled', endedAt: NOW });
      const name = isBundle(form) ? 'file.bundle_cancelled' : 'file.pdf_cancelled';
      const data = issueId === null ? { selection } : { issueId };
      await tx.record(name, fileId, { relatedId: id, data });
      return { id };
    });
  }
}

function refuseUnknown(): never {
  throw new Refusal('not-found');
}
