import { MOST_PHRASES } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { type OfficeDescription, OfficeMistakes, Unit, type Upserted } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { phrasesOf } from './owner';
import { QuickPhrase } from './quick-phrase.entity';

/** Adds the phrases of the office and of its units that are not there yet, behind those that are. */
export async function loadPhrases(tx: Transaction, { phrases }: OfficeDescription): Promise<Upserted[]> {
  const { organisationId } = tx.by;
  const outcomes: Upserted[] = [];
  for (const [index, { unit, hi = null, en = null }] of phrases.entries()) {
    const unitId = unit === undefined ? null : ((await tx.find(Unit, { abbreviation: unit }))?.id ?? null);
    const owned = { organisationId, userId: null, unitId };
    const [ofOwner, values] = phrasesOf(owned);
    const [there] = await tx.select(
      z.object({ count: z.int(), known: z.boolean() }),
      `SELECT count(*)::integer AS count,
         COALESCE(bool_or((text_hi, text_en) IS NOT DISTINCT FROM ($3::text, $4::text)), false) AS known
       FROM quick_phrase WHERE ${ofOwner}`,
      [...values, hi, en],
    );
    const { count, known } = there ?? { count: 0, known: false };
    if (!known && count >= MOST_PHRASES) {
      throw new OfficeMistakes([
        { path: `phrases[${index}]`, code: 'tooManyPhrases', params: { most: String(MOST_PHRASES) } },
      ]);
    }
    if (!known) await tx.insert(QuickPhrase, { id: uuidv7(), ...owned, textHi: hi, textEn: en, place: count + 1 });
    outcomes.push(known ? 'same' : 'added');
  }
  return outcomes;
}
