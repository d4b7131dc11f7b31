import { Injectable } from '@nestjs/common';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { TextIndex } from '../indexing/text-index';
import type { Walked } from '../walking/newest-matches';
import { marksOf } from './narrowing';

/** How the items of a kind are read, as SQL: where their words stand. */
export interface SearchedItems<Content = unknown> {
  readonly kind: string;
  /** What stands after FROM. */
  readonly source: string;
  readonly id: string;
  readonly organisationId: string;
  /** Of what whoever reads the file reads: the file, in which it stays. */
  readonly fileId?: string;
  /** Since when it is there: of several that come at once the later is the newer. */
  readonly at: string;
  /** The day, a `date`, and the post by which they are narrowed; what is left out, by that they are not. */
  readonly day?: string;
  readonly post?: string;
  /** Which of them are found. */
  readonly where?: string;
  /** What the text is made of, as `jsonb`. */
  readonly content: string;
  /** The title, and the text below it: what is found in, and what is shown of it. */
  readonly textsOf: (content: Content) => FoundTexts;
}

/** Rows by which somebody reads items, as SQL: what stands after FROM, which entry it is, and the condition. */
export interface ReadingRows {
  readonly source: string;
  /** The entry `s` is one of these: a condition. */
  readonly isEntry: string;
  readonly where: string;
}

export interface FoundTexts {
  readonly title: string | null;
  readonly text: string;
  /** Of a received letter, who sent it, as it stands in the text. */
  readonly sender?: string;
}

const Item = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  content: z.unknown(),
});

/** The entries, as `s`. */
export const SEARCH_ENTRIES = 'search_entry s';

/** The entries of a kind in this organisation as a search walks through them: from the newest on. */
export const walkedEntries = (organisation: string, kind: string): Walked => ({
  source: SEARCH_ENTRIES,
  number: 's.number',
  keys: 'search_entry_keys(s.organisation_id, s.kind, s.number, s.said)',
  among: `s.organisation_id = ${organisation} AND s.kind = ${kind}`,
  stretch: (number, bits) => `entry_stretch(${organisation}, ${kind}, ${number}, ${bits})`,
});

/** The entry of this item says this `tsquery`. */
export const entrySays = (kind: string, itemId: string, query: string): string =>
  `EXISTS (SELECT FROM search_entry own WHERE own.kind = '${kind}' AND own.item_id = ${itemId} AND own.said @@ ${query})`;

/** Everything of an item that it is found by. */
const wordsOfItem = ({ title, text }: FoundTexts): string => [title, text].filter(Boolean).join('\n');

/** What is found by its words beside files. Each area registers its own. */
@Injectable()
export class SearchEntries {
  constructor(private readonly texts: TextIndex) {}

  register<Content>(items: SearchedItems<Content>): void {
    this.texts.register(items.kind, {
      all: `SELECT ${items.id} FROM ${items.source} WHERE ${items.where ?? 'true'}
        UNION SELECT own.item_id FROM search_entry own WHERE own.kind = '${items.kind}'`,
      read: async (tx, ids) => {
        const found = await readItems(tx, items, ids);
        return found.map(({ id, content }) => {
          const texts = items.textsOf(content as Content);
          return { id, text: wordsOfItem(texts), sender: texts.sender };
        });
      },
      keep: (tx, ids, said) => keepEntries(tx, items, ids, said),
      forget: async (tx, ids) => {
        await tx.query('DELETE FROM search_entry WHERE kind = $1 AND item_id = ANY ($2::uuid[])', [items.kind, ids]);
      },
    });
  }
}

async function readItems<Content>(database: SqlRunner, items: SearchedItems<Content>, ids: readonly string[]) {
  return await select(
    database,
    Item,
    `SELECT ${items.id} AS id, ${items.organisationId} AS "organisationId", ${items.content} AS content FROM ${items.source}
     WHERE ${items.id} = ANY ($1::uuid[]) AND ${items.where ?? 'true'} ORDER BY ${items.at}, ${items.id}`,
    [ids],
  );
}

/** In the order in which they were read; those that have an entry keep their number. */
async function keepEntries<Content>(
  database: SqlRunner,
  { kind, source, id, organisationId, fileId = 'NULL::uuid', ...narrowed }: SearchedItems<Content>,
  ids: readonly string[],
  said: readonly string[],
): Promise<void> {
  await database.query(
    `INSERT INTO search_entry (kind, item_id, organisation_id, file_id, said)
     SELECT $1, ${id}, ${organisationId}, ${fileId}, given.said::tsvector || ${marksOf(narrowed)}
     FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY given (id, said, place) JOIN ${source} ON ${id} = given.id
     ORDER BY given.place
     ON CONFLICT (kind, item_id) DO UPDATE SET said = EXCLUDED.said WHERE search_entry.said IS DISTINCT FROM EXCLUDED.said`,
    [kind, ids, said],
  );
}
