import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With whom a note was discussed holds the post on the day when the note is frozen, and is no assistant of that post. */
export class ParticipantsHoldTheirPosts1790000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_participant_without_post() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.tenure t WHERE t.organisation_id = NEW.organisation_id AND t.user_id = NEW.user_id
            AND t.post_id = NEW.post_id AND t.kind <> 'assistant' AND t.from_on <= public.india_today()
            AND (t.until_on IS NULL OR t.until_on >= public.india_today())) THEN
          RAISE EXCEPTION 'a participant holds the post' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER participant_holds_post BEFORE INSERT ON note_participant FOR EACH ROW
        EXECUTE FUNCTION refuse_participant_without_post();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
