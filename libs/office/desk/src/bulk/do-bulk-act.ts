import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActOnFiles, ActOnReceipts } from '@patravali/contract';
import { SeveralActs } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { BulkActs } from './bulk-acts';
import { isOfTheRequest, type KeptRefusal, keptRefusal } from './kept-refusal';

/** What has become of a file or receipt, as it is kept. */
export interface ActedOn {
  readonly id: string;
  readonly version: number | null;
  readonly refusal: KeptRefusal | null;
}

/** Does one act to several files or receipts. Each is a transaction of its own with its own event, and one that is refused stops no other. */
@Injectable()
export class DoBulkAct {
  constructor(
    private readonly severalActs: SeveralActs,
    private readonly acts: BulkActs,
  ) {}

  /** @throws Refusal when the office itself cannot go on: the same request goes on where this one stopped. */
  @Serves('doBulkReceiptAct')
  @Serves('doBulkAct')
  execute(actor: Actor, request: ActOnFiles | ActOnReceipts): Promise<{ items: ActedOn[] }> {
    const { ids, execute } = this.acts.of(request);
    return this.severalActs.each(actor, ids, async (by, id): Promise<ActedOn> => {
      try {
        return { id, version: (await execute(by, id)).version, refusal: null };
      } catch (error) {
        if (!(error instanceof Refusal) || isOfTheRequest(error)) throw error;
        return { id, version: null, refusal: keptRefusal(error) };
      }
    });
  }
}
