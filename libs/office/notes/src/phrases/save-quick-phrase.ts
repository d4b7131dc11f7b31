import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { MOST_PHRASES, type QuickPhraseChanged, type SaveQuickPhrase as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { lockOwner, ownedBy, phrasesOf, recordedAs, recordPhrase, refuseToKeep } from './owner';
import { QuickPhrase } from './quick-phrase.entity';

/** Keeps a phrase for oneself, for one’s unit or for the office, behind those that are there. */
@Injectable()
export class SaveQuickPhrase {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-for-assistants`; `too-many-phrases`. */
  @Serves('saveQuickPhrase')
  execute(actor: Actor, { of, text }: Request): Promise<QuickPhraseChanged> {
    return this.transactions.run(recordedAs(actor), async (tx) => {
      const owned = ownedBy(actor, of);
      refuseToKeep(actor, owned);
      await lockOwner(tx, owned);
      const [ofOwner, values] = phrasesOf(owned);
      const [row] = await tx.select(
        z.object({ count: z.int() }),
        `SELECT count(*)::integer AS count FROM quick_phrase WHERE ${ofOwner}`,
        [...values],
      );
      const count = row?.count ?? 0;
      if (count >= MOST_PHRASES) throw new Refusal('too-many-phrases', { count });
      const id = uuidv7();
      await tx.insert(QuickPhrase, { id, ...owned, textHi: text.hi, textEn: text.en, place: count + 1 });
      await recordPhrase(tx, { id, ...owned }, 'saved');
      return { id, version: 1 };
    });
  }
}
