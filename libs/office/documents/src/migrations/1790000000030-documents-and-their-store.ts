import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The database knows how far the store has come, so that nothing is swept by the word of an older one. A document that nothing
 * has used for a week may be deleted; one that something names is held by its foreign keys.
 */
export class DocumentsAndTheirStore1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE store_generation (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        store uuid NOT NULL,
        generation bigint NOT NULL CHECK (generation >= 0)
      );
      INSERT INTO store_generation (store, generation) VALUES (gen_random_uuid(), 0);

      CREATE FUNCTION generation_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.generation < OLD.generation OR NEW.store <> OLD.store THEN
          RAISE EXCEPTION 'the generation of the store only grows' USING ERRCODE = 'check_violation', CONSTRAINT = 'generation_grows';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER generation_grows BEFORE UPDATE ON store_generation FOR EACH ROW EXECUTE FUNCTION generation_grows();

      CREATE INDEX document_by_upload ON document (uploaded_at);
      CREATE FUNCTION refuse_young_document_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.uploaded_at > office_now() - INTERVAL '7 days' THEN
          RAISE EXCEPTION 'a document is kept for a week' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_is_kept_for_a_week';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER document_is_kept_for_a_week BEFORE DELETE ON document
        FOR EACH ROW EXECUTE FUNCTION refuse_young_document_deleted();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
