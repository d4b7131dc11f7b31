import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ChangeQuickPhrase as Request, QuickPhraseChanged } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockPhrase, phrasesOf, recordedAs, recordPhrase } from './owner';
import { QuickPhrase } from './quick-phrase.entity';

/** Changes the words of a phrase, and the place where it stands among those of its owner. */
@Injectable()
export class ChangeQuickPhrase {
  constructor(private readonly transactions: Transactions) {}

  /** A place behind the last one is the last. @throws Refusal `not-found`, `changed-meanwhile`, `not-allowed`. */
  @Serves('changeQuickPhrase')
  execute(actor: Actor, phraseId: string, { text, place }: Request, ifMatch: number): Promise<QuickPhraseChanged> {
    return this.transactions.run(recordedAs(actor), async (tx) => {
      const phrase = await lockPhrase(tx, actor, phraseId, ifMatch);
      const version = phrase.version + 1;
      if (place !== phrase.place) await move(tx, phrase, place);
      await tx.update(QuickPhrase, { id: phraseId }, { textHi: text.hi, textEn: text.en, version });
      await recordPhrase(tx, phrase, 'changed');
      return { id: phraseId, version };
    });
  }
}

/** Those between the old place and the new one make room. */
async function move(tx: Transaction, phrase: QuickPhrase, place: number): Promise<void> {
  const [ofOwner, values] = phrasesOf(phrase);
  await tx.execute(
    `UPDATE quick_phrase q SET place = CASE WHEN id = $3 THEN wanted.place ELSE q.place - sign(wanted.place - $4::integer)::integer END
     FROM (SELECT LEAST($5, count(*))::integer AS place FROM quick_phrase WHERE ${ofOwner}) wanted
     WHERE ${ofOwner} AND q.place BETWEEN LEAST(wanted.place, $4::integer) AND GREATEST(wanted.place, $4::integer)`,
    [...values, phrase.id, phrase.place, place],
  );
}
