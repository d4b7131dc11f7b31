import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A desk is also looked through by urgency and by sender, page by page, along an index. Of what was opened on the desk itself the
 * sender is the desk itself, so that it has its place in that order.
 */
export class DesksHaveMoreOrders1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The place of an urgency, the most urgent first; what is in no list stands last.
      CREATE FUNCTION urgency_place(text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT COALESCE(array_position(ARRAY['vip', 'top_priority', 'immediate', 'priority', 'ordinary'], $1), 6)
      $$;
      CREATE INDEX inbox_by_urgency ON file_custody
        (organisation_id, holder_post_id, urgency_place(urgency), since, file_id) WHERE state = 'on_desk';
      CREATE INDEX inbox_by_sender ON file_custody
        (organisation_id, holder_post_id, COALESCE(sender_post_id, holder_post_id), since, file_id) WHERE state = 'on_desk';
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
