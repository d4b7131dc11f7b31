import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { finalPostToday, LineRow, postsInLine, powerToday, PowerRow } from './line-rows';

/** How many working days a file has been on its desk, and after how many that is explained. */
export const DeskClock = z.object({ days: z.int(), limit: z.int() });
export type DeskClock = z.infer<typeof DeskClock>;

const CHANNEL = z.object({
  power: PowerRow.nullable(),
  posts: z.array(LineRow),
  /** Of the jumped posts, those that nobody holds today. */
  vacant: z.array(z.uuid()),
  /** For how many days the sender has kept it, and may without saying why. */
  clock: DeskClock,
});

/** What sending depends on of the posts at both ends, of those above them, and of what the office has laid down. */
export type ChannelFacts = Omit<ChannelOfDesk, 'clock'>;
/** The same with the clock of the desk that sends. */
export type ChannelOfDesk = z.infer<typeof CHANNEL>;

/**
 * One statement for all of it.
 * @param ends the post that sends and the one that receives.
 * @param thing expressions, with `$3` for the file: its category, the jumped posts that it has not passed yet, and the
 *   clock of the desk where it is.
 */
export async function readChannel(
  database: SqlRunner,
  organisationId: string,
  ends: readonly string[],
  thing: { readonly id: string; readonly category: string; readonly owed: string; readonly clock: string },
): Promise<ChannelOfDesk> {
  const { category, owed, clock } = thing;
  const ids = `$2::uuid[] || ${owed} || ${finalPostToday('$1', category)}`;
  const [facts] = await select(
    database,
    CHANNEL,
    `SELECT ${powerToday('$1', category)} AS power, ${postsInLine('$1', ids)} AS posts,
       (SELECT COALESCE(json_agg(jumped.id), '[]') FROM unnest(${owed}) jumped (id) WHERE post_holder(jumped.id) IS NULL) AS vacant,
       ${clock} AS clock`,
    [organisationId, [...ends], thing.id],
  );
  if (!facts) throw new Error('The database told nothing of the channel');
  return facts;
}
