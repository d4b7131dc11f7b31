import { Injectable } from '@nestjs/common';
import { select, type SqlRunner } from '@patravali/database';
import { pronunciationOf } from '@patravali/devanagari';
import { z } from 'zod';

/** So many words are kept in memory; an office has not many more. */
const KEPT = 50_000;

const NOTED = z.object({ word: z.string() });
const STEM = z.object({ word: z.string(), stem: z.string() });

/** By which stems the words of texts are found. */
@Injectable()
export class SearchWords {
  private readonly stems = new Map<string, string>();
  /** Words of which the database has a row for good. */
  private readonly noted = new Set<string>();

  /** @param words folded. @returns their stems, in the same order. */
  async stemsOf(database: SqlRunner, words: readonly string[]): Promise<string[]> {
    const unknown = [...new Set(words)].filter((word) => !this.stems.has(word));
    const found = new Map<string, string>();
    if (unknown.length > 0) {
      const sql = 'SELECT word, search_stem(word) AS stem FROM unnest($1::text[]) word';
      for (const { word, stem } of await select(database, STEM, sql, [unknown])) found.set(word, stem);
    }
    const stems = words.map((word) => found.get(word) ?? this.stems.get(word) ?? word);
    this.keep(found);
    return stems;
  }

  /** Notes words that stand in a text, so that others which sound alike find it. Those that are there stay as they are. */
  async note(database: SqlRunner, words: readonly string[]): Promise<void> {
    // In one order, so that two who note the same do not wait for each other in a circle.
    const distinct = await this.unnoted(database, [...new Set(words)].filter((word) => !/\d/.test(word)).sort());
    if (distinct.length === 0) return;
    const stems = await this.stemsOf(database, distinct);
    const sounds = distinct.map(pronunciationOf);
    const stemSounds = stems.map((stem) => pronunciationOf(stem).heard);
    await database.query(
      `INSERT INTO search_word (word, stem, spelt, heard, stem_heard)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT DO NOTHING`,
      [distinct, stems, sounds.map(({ spelt }) => spelt), sounds.map(({ heard }) => heard), stemSounds],
    );
  }

  /** Those of these words that have no row yet, or one that this transaction may take back with itself. */
  private async unnoted(database: SqlRunner, words: readonly string[]): Promise<string[]> {
    const unknown = words.filter((word) => !this.noted.has(word));
    if (unknown.length === 0) return [];
    const sql = `SELECT word FROM search_word WHERE word = ANY ($1::text[])
      AND xmin IS DISTINCT FROM pg_current_xact_id_if_assigned()::xid`;
    if (this.noted.size + unknown.length > KEPT) this.noted.clear();
    for (const { word } of await select(database, NOTED, sql, [unknown])) this.noted.add(word);
    return unknown.filter((word) => !this.noted.has(word));
  }

  private keep(found: ReadonlyMap<string, string>): void {
    if (this.stems.size + found.size > KEPT) this.stems.clear();
    for (const [word, stem] of found) this.stems.set(word, stem);
  }
}
