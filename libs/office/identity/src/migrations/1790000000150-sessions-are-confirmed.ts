import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever is signed in confirms from time to time that it is still he: what bears his name asks for it. What he does with his
 * signing keys, and that he could not confirm, is remembered as other security events are.
 */
export class SessionsAreConfirmed1790000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN confirmed_at timestamptz;
      ALTER TABLE security_event
        DROP CONSTRAINT security_event_kind_check,
        ADD CONSTRAINT security_event_kind_check CHECK (kind IN ('signed_in', 'sign_in_failed', 'sign_in_slowed', 'link_made',
          'link_used', 'link_failed', 'password_changed', 'password_change_failed', 'session_ended', 'refused',
          'acting_post_refused', 'demo_on', 'demo_off', 'log_exported', 'confirmed', 'confirmation_failed', 'key_added',
          'key_revoked', 'key_not_opened'));
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
