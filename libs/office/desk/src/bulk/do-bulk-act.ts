import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActOnFiles, ActOnReceipts } from '@patravali/contract';
import { SeveralActs } from '@patravali/database';
import { Refusal, type RefusalCode, type RefusalKind } from '@patravali/errors';
import { BulkActs } from './bulk-acts';

/** What has become of a file or receipt, as it is kept: a refusal by its code, which every reader reads in his own language. */
export interface ActedOn {
  readonly id: string;
  readonly version: number | null;
  readonly refusal: Pick<Refusal, 'code' | 'params' | 'errors'> | null;
}

/** Does one act to several files or receipts. Each is a transaction of its own with its own event, and one that is refused stops no other. */
@Injectable()
export class DoBulkAct {
  constructor(
    private readonly severalActs: SeveralActs,
    private readonly acts: BulkActs,
  ) {}

  /** @throws Refusal when the office itself cannot go on: the same request goes on where this one stopped. */
  execute(actor: Actor, request: ActOnFiles | ActOnReceipts): Promise<{ items: ActedOn[] }> {
    const { ids, execute } = this.acts.of(request);
    return this.severalActs.each(actor, ids, async (by, id): Promise<ActedOn> => {
      try {
        return { id, version: (await execute(by, id)).version, refusal: null };
      } catch (error) {
        if (!(error instanceof Refusal) || isOfTheRequest(error)) throw error;
        const { code, params, errors } = error;
        return { id, version: null, refusal: { code, params, errors } };
      }
    });
  }
}

const OF_THE_OFFICE: readonly RefusalKind[] = ['unavailable', 'full'];
const OF_THE_KEY: RefusalCode = 'idempotency-key-reused';

/** It says nothing of this one: the next would be told the same. */
const isOfTheRequest = ({ kind, code }: Refusal): boolean => OF_THE_OFFICE.includes(kind) || code === OF_THE_KEY;
