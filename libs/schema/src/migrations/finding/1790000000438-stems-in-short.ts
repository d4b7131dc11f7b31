import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The stems by which something is found stand in the index with a byte for each letter: each table is written anew once. The days
 * and posts of entries are shorter too, and come beside work. What is due is looked up by what is the newest.
 */
export class StemsInShort1790000000438 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['search_entry', 'file_search']) {
      await runner.query(`
        ALTER TABLE ${table} ALTER COLUMN said TYPE tsvector USING translate(
          regexp_replace(said::text, '''@[dmyp][0-9a-f-]+''', '', 'g'),
          U&'\\0902\\0905\\0906\\0907\\0908\\0909\\090A\\090F\\0910\\0913\\0914\\0915\\0916\\0917'
          '\\0918\\091A\\091B\\091C\\091D\\091E\\091F\\0920\\0921\\0922\\0923\\0924\\0925\\0926'
          '\\0927\\0928\\092A\\092B\\092C\\092D\\092E\\092F\\0930\\0932\\0935\\0936\\0937\\0938'
          '\\0939\\093E\\093F\\0940\\0941\\0942\\0943\\0947\\0948\\094B\\094C\\094D',
          'ABCDEFGHIJKLMNOPQRSTUVWXYZ!"#$%&()*+,-./;<=>?[]^_\`{|}~')::tsvector;`);
    }
    await runner.query(`
      ALTER TABLE search_due DROP CONSTRAINT search_due_pkey;
      ALTER TABLE search_due ADD CONSTRAINT search_due_pkey PRIMARY KEY (item_id, kind);
      INSERT INTO search_due (kind, item_id) SELECT kind, item_id FROM search_entry ON CONFLICT DO NOTHING;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
