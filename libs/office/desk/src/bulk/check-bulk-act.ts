import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActOnFiles, ActOnReceipts } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { BulkActs } from './bulk-acts';

/** A file or receipt, and why it could not be touched; null when it could. */
export interface Checked {
  readonly id: string;
  readonly refusal: Refusal | null;
}

/** Says of each beforehand what the act would answer now. Nothing is changed. */
@Injectable()
export class CheckBulkAct {
  constructor(private readonly acts: BulkActs) {}

  @Serves('checkBulkReceiptAct')
  @Serves('checkBulkAct')
  async execute(actor: Actor, request: ActOnFiles | ActOnReceipts): Promise<{ items: Checked[] }> {
    const { ids, check } = this.acts.of(request);
    const refusals = await check(actor);
    return { items: ids.map((id) => ({ id, refusal: refusals.get(id) ?? null })) };
  }
}
