import type { Actor } from '@patravali/authorization';
import { type FoundBy, FOUND_BY, SearchHit, type SearchKind } from '@patravali/contract';
import { custodyAs, mayReadFile } from '@patravali/custody';
import { Parameters, select, type SqlRunner } from '@patravali/database';
import { joinFile } from '@patravali/files';
import { personName } from '@patravali/organisation';
import { type Asked, type Formula, newestMatches, SEARCH_ENTRIES, stemsOf, walkedEntries } from '@patravali/search';
import { z } from 'zod';
import { FOUND_KINDS, type FoundKind } from './found-kinds';

/** So many rows that have the words are looked at in a step. */
const AT_ONCE = 500;
/** After so many of which too few may be read, whoever asks reads little: what he reads is gone through instead. */
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
  const context = { kind: FOUND_KINDS[kind], actor, organisation, named, wanted, parameters };

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
  const columns = {
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
  };
  return await select(
    database,
    Found,
    `WITH ${found.join(', ')}
     SELECT ${Object.entries(columns)
       .map(([name, sql]) => `${sql} AS "${name}"`)
       .join(', ')}
     FROM (SELECT number, max(place) AS place FROM (${placed.join(' UNION ALL ')}) all_parts
       GROUP BY number ORDER BY max(place) DESC LIMIT ${wanted}) found
     JOIN ${SEARCH_ENTRIES} ON s.organisation_id = ${organisation} AND s.kind = ${named} AND s.number = found.number
     JOIN ${items.source} ON ${items.id} = s.item_id ${join}
     LEFT JOIN ${custodyAs('c')} ON c.file_id = ${fileId} AND ${mayReadFile(actor, parameters)}
     LEFT ${joinFile('c.file_id')}
     WHERE ${items.where ?? 'true'} ORDER BY found.place DESC`,
    parameters.values,
  );
}

interface Part {
  readonly at: number;
  readonly kind: FoundKind;
  readonly actor: Actor;
  readonly organisation: string;
  readonly named: string;
  readonly wanted: string;
  readonly parameters: Parameters;
  readonly formula: Formula;
  readonly not: Formula | null;
  readonly below: string | undefined;
  readonly isDue: string;
}

/** The numbers of a part: first by its words, and if too few of what has them may be read, by what may. */
function partOf({
  at,
  kind,
  actor,
  organisation,
  named,
  wanted,
  parameters,
  formula,
  not,
  below,
  isDue,
}: Part): string {
  const { bind } = parameters;
  const reading = kind.reading(actor, parameters);
  const of = [`s.organisation_id = ${organisation}`, `s.kind = ${named}`];
  const says = [
    `s.said @@ ${bind(formula.query)}::tsquery`,
    ...(not === null ? [] : [`NOT s.said @@ ${bind(not.query)}::tsquery`]),
  ];
  const mayRead = reading.map(
    ({ source, isEntry, where }) => `(SELECT true FROM ${source} WHERE ${isEntry} AND ${where} LIMIT 1)`,
  );
  const walk = newestMatches({
    walked: walkedEntries(organisation, named),
    where: [...of, ...says],
    allowed: `COALESCE(${mayRead.join(', ')}, false)`,
    implied: { keys: [], stems: stemsOf(formula, bind) },
    below,
    wanted,
    atOnce: AT_ONCE,
    patience: PATIENCE,
    isDue,
  });
  const readable = reading.map(
    ({ source, isEntry, where }) =>
      `(SELECT s.number FROM ${source} JOIN ${SEARCH_ENTRIES} ON ${isEntry}
        WHERE ${[where, ...of, ...says, ...(below === undefined ? [] : [`s.number < ${below}`])].join(' AND ')}
        ORDER BY s.number DESC LIMIT ${wanted})`,
  );
  return `walk${at} AS MATERIALIZED (${walk}), read${at} AS MATERIALIZED (
      SELECT each.number FROM (SELECT FROM walk${at} WHERE number IS NULL LIMIT 1) given_up
      CROSS JOIN LATERAL (${readable.join(' UNION ')} OFFSET 0) each),
    part${at} AS MATERIALIZED (SELECT number FROM walk${at} WHERE number IS NOT NULL UNION SELECT number FROM read${at}
      ORDER BY number DESC LIMIT ${wanted})`;
}
