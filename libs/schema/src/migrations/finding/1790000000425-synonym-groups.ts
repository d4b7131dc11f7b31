import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office says itself which words mean the same. */
export class SynonymGroups1790000000425 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION first_stems(stems text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN ARRAY(SELECT split_part(phrase, ' ', 1) FROM unnest(stems) phrase);
      CREATE TABLE synonym_group (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        words text[] NOT NULL,
        stems text[] NOT NULL,
        version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
        CONSTRAINT synonym_group_of_several CHECK (cardinality(words) BETWEEN 2 AND 24),
        CONSTRAINT synonym_group_has_words CHECK ('' <> ALL (words) AND '' <> ALL (stems)),
        CONSTRAINT synonym_group_stems_of_words CHECK (cardinality(stems) = cardinality(words)),
        CONSTRAINT synonym_group_is_short CHECK (char_length(array_to_string(words, '')) <= 24 * 60)
      );
      CREATE INDEX synonym_by_first_stem ON synonym_group USING gin (first_stems(stems));`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
