import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { QuickPhraseChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockPhrase, phrasesOf, recordedAs, recordPhrase } from './owner';

/** Takes a phrase away; those behind it move up. Notes that were written with it keep their words. */
@Injectable()
export class DeleteQuickPhrase {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `changed-meanwhile`, `not-allowed`. */
  @Serves('deleteQuickPhrase')
  execute(actor: Actor, phraseId: string, ifMatch?: number): Promise<QuickPhraseChanged> {
    return this.transactions.run(recordedAs(actor), async (tx) => {
      const phrase = await lockPhrase(tx, actor, phraseId, ifMatch);
      await tx.execute('DELETE FROM quick_phrase WHERE organisation_id = $1 AND id = $2', [
        phrase.organisationId,
        phraseId,
      ]);
      const [ofOwner, values] = phrasesOf(phrase);
      await tx.execute(`UPDATE quick_phrase SET place = place - 1 WHERE ${ofOwner} AND place > $3`, [
        ...values,
        phrase.place,
      ]);
      await recordPhrase(tx, phrase, 'deleted');
      return { id: phraseId, version: phrase.version };
    });
  }
}
