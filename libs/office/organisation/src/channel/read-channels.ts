import { select, type SqlRunner, wantedIds } from '@patravali/database';
import { z } from 'zod';
import { finalPostToday, LineRow, postsInLine, powerToday, PowerRow } from './chain-of-command-rows';

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

/** Of the thing whose id this expression gives. */
type ChannelOfThing = (id: string) => {
  /** Its category. */
  readonly category: string;
  /** The jumped posts that it has not passed yet. */
  readonly owed: string;
  /** The clock of the desk where it is. */
  readonly clock: string;
};

/**
 * One statement for all of it.
 * @param ends the post that sends and the one that receives.
 * @param ids of the things that are sent.
 * @returns what is so of each, by its id.
 */
export async function readChannels(
  database: SqlRunner,
  organisationId: string,
  ends: readonly string[],
  ids: readonly string[],
  ofThing: ChannelOfThing,
): Promise<ReadonlyMap<string, ChannelOfDesk>> {
  const wanted = wantedIds('$3', ids);
  const { category, owed, clock } = ofThing('wanted.id');
  const posts = `$2::uuid[] || ${owed} || ${finalPostToday('$1', category)}`;
  const found = await select(
    database,
    CHANNEL.extend({ id: z.uuid() }),
    `SELECT wanted.id, ${powerToday('$1', category)} AS power, ${postsInLine('$1', posts)} AS posts,
       (SELECT COALESCE(json_agg(jumped.id), '[]') FROM unnest(${owed}) jumped (id) WHERE post_holder(jumped.id) IS NULL) AS vacant,
       ${clock} AS clock
     FROM ${wanted.source}`,
    [organisationId, [...ends], wanted.value],
  );
  return new Map(found.map(({ id, ...channel }) => [id, channel]));
}
