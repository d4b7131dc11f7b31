import type { Actor } from '@patravali/authorization';
import { type FoundBy, FOUND_BY, SearchHit, type SearchKind } from '@patravali/contract';
import { custodyAs, mayReadFile, necessaryReader } from '@patravali/custody';
import { Parameters, PLANNED_EACH_TIME, projection, select, type SqlRunner } from '@patravali/database';
import { joinFile } from '@patravali/files';
import { personName } from '@patravali/organisation';
import {
  type Asked,
  type Formula,
  newestMatches,
  type ReadingRows,
  SEARCH_ENTRIES,
  stemsOf,
  walkedEntries,
} from '@patravali/search';
import { z } from 'zod';
import { FOUND_KINDS, type FoundKind, type Narrowed } from './found-kinds';

/** So many rows that have the words are looked at in a step. */
const AT_ONCE = 500;
/**
 * Whoever reads no more entries of a kind than this has them gone through, and nothing else: how long he waits says nothing of what
 * stands in those that he may not read.
 */
const FEW = 1000;
/** What a post has now is mostly little beside what somebody reads: up to so many entries are gone through. */
const FEW_WITH_HOLDER = 4000;
/** After so many of which too few may be read, what he reads is gone through for whoever reads more as well. */
const PATIENCE = 8000;

/** The parts of the answer lie behind each other in one order of places, as no entry has a higher number. */
const PLACES = 2 ** 31;

const Found = SearchHit.omit({ kind: true, title: true, snippet: true, page: true }).extend({
  /** Where in the answer it stands: the higher the earlier. */
  place: z.int(),
  foundBy: z.enum(FOUND_BY),
  content: z.unknown(),
  graded: z.boolean(),
});
export type Found = z.infer<typeof Found>;

interface Question {
  readonly actor: Actor;
  readonly asked: Asked;
  readonly narrowed?: Narrowed | undefined;
  /** A place: only what comes after it. */
  readonly after?: number | undefined;
  readonly wanted: number;
}

/** What of one kind has these words and may be read, the newest first; behind it what sounds alike: one statement. */
export async function hitsOfKind(database: SqlRunner, kind: SearchKind, question: Question): Promise<Found[]> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const { actor, asked } = question;
  const { items, join = '', shown } = FOUND_KINDS[kind];
  const [organisation, named] = [`${bind(actor.organisationId)}::uuid`, `${bind(kind)}::text`];
  const wanted = `${bind(question.wanted)}::integer`;
  const { narrowed } = question;
  const context = { kind: FOUND_KINDS[kind], actor, organisation, named, wanted, parameters, narrowed };

  const near = asked.meanings ?? asked.forms;
  const parts = [
    { formula: near, not: null, lowest: asked.sounds === null ? 0 : PLACES },
    ...(asked.sounds === null ? [] : [{ formula: asked.sounds, not: near, lowest: 0 }]),
  ].filter(({ lowest }) => question.after === undefined || question.after > lowest);
  if (parts.length === 0) return [];
  const found = parts.map(({ formula, not, lowest }, at) => {
    const { after } = question;
    const below =
      after !== undefined && after < lowest + PLACES ? `${bind(after - lowest)}::bigint::integer` : undefined;
    const before = at === 0 ? 'true' : `(SELECT count(*) FROM part0) < ${wanted}`;
    return partOf({ ...context, at, formula, not, below, isDue: before });
  });
  const placed = parts.map(
    ({ lowest }, at) => `SELECT number, number + ${lowest}::bigint AS place FROM part${at} WHERE number IS NOT NULL`,
  );
  const sound: FoundBy = 'sound';
  const foundBy = `CASE WHEN s.said @@ ${bind(asked.forms.query)}::tsquery THEN 'words'
    WHEN s.said @@ ${bind(near.query)}::tsquery THEN 'meaning' ELSE '${sound}' END`;
  const { fileId = 'NULL::uuid', ...others } = shown;
  const { columns } = projection(Found, {
    place: 'found.place',
    id: items.id,
    foundBy,
    content: items.content,
    file: `CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'number', f.number,
      'computerNumber', f.computer_number, 'subject', f.subject) END`,
    graded: `COALESCE(${others.graded ?? 'false'}, false) OR COALESCE(c.grading <> 'normal', false)`,
    ordinal: others.ordinal ?? 'NULL::integer',
    number: others.number ?? 'NULL::text',
    numberHi: others.numberHi ?? 'NULL::text',
    receiptId: others.receiptId ?? 'NULL::uuid',
    at: others.at ?? 'NULL::timestamptz',
    author: others.authorId === undefined ? 'NULL::json' : personName(others.authorId),
    post: others.post ?? 'NULL::uuid',
  });
  // One post has very much, another hardly anything.
  const planned = narrowed?.there?.holderId === undefined ? '' : PLANNED_EACH_TIME;
  return await select(
    database,
    Found,
    `${planned}WITH ${[readableIfFew(context), ...found].join(', ')}
     SELECT ${columns} FROM (SELECT number, max(place) AS place FROM (${placed.join(' UNION ALL ')}) all_parts
       GROUP BY number ORDER BY max(place) DESC LIMIT ${wanted}) found
     JOIN ${SEARCH_ENTRIES} ON s.organisation_id = ${organisation} AND s.kind = ${named} AND s.number = found.number
     JOIN ${items.source} ON ${items.id} = s.item_id ${join}
     LEFT JOIN ${custodyAs('c')} ON c.file_id = ${fileId} AND ${mayReadFile(actor, parameters)}
     LEFT ${joinFile('c.file_id')}
     WHERE ${items.where ?? 'true'} ORDER BY found.place DESC`,
    parameters.values,
  );
}

interface Context {
  readonly kind: FoundKind;
  readonly actor: Actor;
  readonly organisation: string;
  readonly named: string;
  readonly wanted: string;
  readonly parameters: Parameters;
  readonly narrowed: Narrowed | undefined;
}

const ofKind = ({ organisation, named }: Context): string[] => [
  `s.organisation_id = ${organisation}`,
  `s.kind = ${named}`,
];

/** Why he reads of the kind what he asks for; where entries do not say it themselves, these rows are narrowed. */
function readingOf({ kind, actor, parameters, narrowed }: Context): readonly ReadingRows[] {
  const reading = kind.reading(actor, parameters, narrowed?.there);
  const { narrowed: condition } = kind;
  if (!narrowed?.to || !condition) return reading;
  const { to, postIds } = narrowed;
  return reading.map((rows) => ({ ...rows, where: `(${rows.where}) AND ${condition(to, postIds, parameters.bind)}` }));
}

/**
 * What he may read of the kind, as `readable`, or the beginning of it, and whether this is all, as `reader`; of what a post has, if that is
 * asked for. Whoever reads also what does not name him, as an auditor does, reads much.
 */
function readableIfFew(context: Context): string {
  const there = context.narrowed?.there?.holderId === undefined ? undefined : context.narrowed.there;
  if (!there && necessaryReader(context.actor) === null)
    return `readable AS (SELECT NULL::integer AS number LIMIT 0), reader AS (SELECT false AS reads_few)`;
  const few = there ? FEW_WITH_HOLDER : FEW;
  const each = context.kind.reading(context.actor, context.parameters, there).map(
    ({ source, isEntry, where }) =>
      `(SELECT s.number FROM ${source} CROSS JOIN LATERAL (SELECT s.number FROM ${SEARCH_ENTRIES}
            WHERE ${[isEntry, ...ofKind(context)].join(' AND ')} OFFSET 0) s WHERE ${where} LIMIT ${few + 1})`,
  );
  return `readable AS MATERIALIZED (${each.join(' UNION ')}),
    reader AS MATERIALIZED (SELECT count(*) <= ${few} AS reads_few FROM readable)`;
}

interface Part extends Context {
  readonly at: number;
  readonly formula: Formula;
  readonly not: Formula | null;
  readonly below: string | undefined;
  readonly isDue: string;
}

/** The numbers of a part: first by its words, and if too few of what has them may be read, by what may. */
function partOf({ at, formula, not, below, isDue, ...context }: Part): string {
  const { kind, organisation, named, wanted, parameters } = context;
  const { bind } = parameters;
  const reading = readingOf(context);
  const narrowed = kind.narrowed ? undefined : context.narrowed?.to;
  const says = [
    `s.said @@ ${bind(formula.query)}::tsquery`,
    ...(not === null ? [] : [`NOT s.said @@ ${bind(not.query)}::tsquery`]),
    ...(narrowed ? [`s.said @@ ${bind(narrowed.query)}::tsquery`] : []),
  ];
  const conditions = [...ofKind(context), ...says];
  const mayRead = reading.map(
    ({ source, isEntry, where }) => `(SELECT true FROM ${source} WHERE ${isEntry} AND ${where} LIMIT 1)`,
  );
  const allowed = `COALESCE(${mayRead.join(', ')}, false)`;
  const walk = newestMatches({
    walked: walkedEntries(organisation, named),
    where: conditions,
    allowed,
    implied: { keys: [], stems: [...stemsOf(formula, bind), ...(narrowed ? stemsOf(narrowed, bind) : [])] },
    below,
    wanted,
    atOnce: AT_ONCE,
    patience: PATIENCE,
    isDue: `NOT (SELECT reads_few FROM reader) AND ${isDue}`,
  });
  const further = [...conditions, ...(below === undefined ? [] : [`s.number < ${below}`])].join(' AND ');
  // Of what is narrowed by the rows by which it is read, the readable were gone through without that, but for their holder.
  const { to, there } = context.narrowed ?? {};
  const isAsked = (to && kind.narrowed) || (there && there.holderId === undefined) ? ` AND ${allowed}` : '';
  const newest = `ORDER BY s.number DESC LIMIT ${wanted}`;
  const few = `SELECT s.number FROM readable CROSS JOIN LATERAL (SELECT s.* FROM ${SEARCH_ENTRIES}
        WHERE ${[...ofKind(context), 's.number = readable.number'].join(' AND ')} OFFSET 0) s
      WHERE (SELECT reads_few FROM reader) AND ${isDue} AND ${further}${isAsked} ${newest}`;
  const many = reading.map(
    ({ source, isEntry, where }) =>
      `(SELECT s.number FROM ${source} JOIN ${SEARCH_ENTRIES} ON ${isEntry} WHERE ${where} AND ${further} ${newest})`,
  );
  return `walk${at} AS MATERIALIZED (${walk}), few${at} AS MATERIALIZED (${few}), read${at} AS MATERIALIZED (
      SELECT each.number FROM (SELECT FROM walk${at} WHERE number IS NULL LIMIT 1) given_up
      CROSS JOIN LATERAL (${many.join(' UNION ')} OFFSET 0) each),
    part${at} AS MATERIALIZED (SELECT number FROM walk${at} WHERE number IS NOT NULL UNION SELECT number FROM few${at}
      UNION SELECT number FROM read${at} ORDER BY number DESC LIMIT ${wanted})`;
}
