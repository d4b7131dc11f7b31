import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each entry of the register has a code with which anybody can check the letter: 70 random bits and a check character, drawn
 * by the database, whose UUIDs are made of cryptographic chance. What was issued before gets one too, though its letter does not
 * bear it. The entry also says which form its letter has, as its draft does.
 */
export class LettersBearCodes1790000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The check character of what was drawn: Crockford's base32, each place counted with its own power of two in the field of
      -- 32 elements (x^5 + x^2 + 1).
      CREATE FUNCTION issue_code_check(drawn text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      DECLARE
        alphabet CONSTANT text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        total integer := 0;
        place integer;
      BEGIN
        FOR place IN 1 .. length(drawn) LOOP
          total := total # (strpos(alphabet, substr(drawn, place, 1)) - 1);
          total := total << 1;
          IF (total & 32) <> 0 THEN total := total # 37; END IF;
        END LOOP;
        RETURN substr(alphabet, total + 1, 1);
      END $$;

      -- Of each byte of a UUID that is chance alone (6 and 8 also hold its version), five bits.
      CREATE FUNCTION draw_issue_code() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        alphabet CONSTANT text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        chance CONSTANT bytea := uuid_send(gen_random_uuid());
        drawn text := '';
        place integer;
      BEGIN
        FOREACH place IN ARRAY ARRAY[0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14, 15] LOOP
          drawn := drawn || substr(alphabet, (get_byte(chance, place) & 31) + 1, 1);
        END LOOP;
        RETURN drawn || public.issue_code_check(drawn);
      END $$;

      ALTER TABLE issue
        ADD COLUMN code text NOT NULL DEFAULT draw_issue_code(),
        ADD COLUMN form text;
      ALTER TABLE issue DISABLE TRIGGER issue_is_final;
      UPDATE issue i SET form = d.form FROM draft d WHERE d.organisation_id = i.organisation_id AND d.id = i.draft_id;
      ALTER TABLE issue ENABLE TRIGGER issue_is_final;
      ALTER TABLE issue
        ALTER COLUMN form SET NOT NULL,
        -- Whoever checks a letter names no office: a code is one letter's of all.
        ADD CONSTRAINT issue_code_once UNIQUE (code),
        ADD CONSTRAINT issue_code_is_whole CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{15}$'
          AND issue_code_check(left(code, 14)) = right(code, 1));

      -- Granted anew at every start, but for what the trigger fills.
      REVOKE INSERT ON issue FROM patravali_app;
      CREATE FUNCTION take_form_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT form INTO NEW.form FROM public.draft WHERE organisation_id = NEW.organisation_id AND id = NEW.draft_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER letter_takes_its_form BEFORE INSERT ON issue FOR EACH ROW EXECUTE FUNCTION take_form_of_draft();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
