import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { OF_OWNER, ownerValues } from './owner';

const KEPT = z.object({ id: z.uuid(), slot: z.int(), name: z.string() });

/** The views of the actor for this post, as far as another must differ from them. */
export function keptViews(tx: Transaction, actor: Actor): Promise<z.infer<typeof KEPT>[]> {
  return tx.select(KEPT, `SELECT id, slot, name FROM desk_view WHERE ${OF_OWNER}`, ownerValues(actor));
}
