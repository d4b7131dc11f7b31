import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each post bears all posts above it: they are needed at every movement and change once in a while. Only the trigger writes
 * them. A circle ends where it began; whoever stands in one stands above himself.
 */
export class PostsKnowTheirSuperiors1790000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE post ADD COLUMN superior_post_ids uuid[] NOT NULL DEFAULT '{}';
      CREATE FUNCTION find_superiors() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        WITH RECURSIVE above (post_id, superior_id) AS (
          SELECT id, superior_post_id FROM public.post WHERE superior_post_id IS NOT NULL
          UNION
          SELECT above.post_id, p.superior_post_id FROM above JOIN public.post p ON p.id = above.superior_id
            WHERE p.superior_post_id IS NOT NULL
        ), found AS (
          SELECT p.id, ARRAY(SELECT superior_id FROM above WHERE above.post_id = p.id ORDER BY superior_id) AS ids FROM public.post p
        )
        UPDATE public.post p SET superior_post_ids = found.ids FROM found WHERE found.id = p.id AND found.ids <> p.superior_post_ids;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION find_superiors() FROM PUBLIC;
      CREATE TRIGGER superiors_are_found AFTER INSERT OR UPDATE OF superior_post_id ON post
        FOR EACH STATEMENT EXECUTE FUNCTION find_superiors();
      ALTER TABLE post ENABLE ALWAYS TRIGGER superiors_are_found;
      UPDATE post SET superior_post_id = superior_post_id;
      REVOKE INSERT, UPDATE ON post FROM patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
