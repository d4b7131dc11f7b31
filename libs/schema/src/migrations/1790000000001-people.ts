import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisation, units, posts, users, tenures, sessions; and the application's database role. */
export class People1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        CREATE ROLE patravali_app NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT patravali_app TO CURRENT_USER;
      DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA public TO patravali_app'); END $$;

      CREATE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS
        $$ SELECT (clock_timestamp() AT TIME ZONE INTERVAL '5 hours 30 minutes')::date $$;

      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        name_hi text NOT NULL CHECK (name_hi <> ''),
        name_en text NOT NULL CHECK (name_en <> ''),
        address_hi text NOT NULL,
        address_en text NOT NULL,
        phone text,
        email text,
        demo boolean NOT NULL DEFAULT false
      );

      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        parent_id uuid,
        abbreviation text NOT NULL CHECK (abbreviation <> ''),
        name_hi text NOT NULL,
        name_en text NOT NULL,
        CONSTRAINT unit_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT unit_abbreviation_once UNIQUE (organisation_id, abbreviation),
        CONSTRAINT unit_parent FOREIGN KEY (organisation_id, parent_id) REFERENCES unit (organisation_id, id)
      );

      CREATE TABLE post (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        marking text NOT NULL CHECK (marking <> ''),
        designation_hi text NOT NULL,
        designation_en text NOT NULL,
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 20),
        superior_post_id uuid CHECK (superior_post_id <> id),
        roles text[] NOT NULL,
        CONSTRAINT post_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT post_marking_once UNIQUE (organisation_id, marking),
        CONSTRAINT post_roles_known CHECK (roles <@ ARRAY['dealing_hand', 'officer', 'dispatcher', 'auditor', 'administrator']),
        CONSTRAINT post_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
        CONSTRAINT post_superior FOREIGN KEY (organisation_id, superior_post_id) REFERENCES post (organisation_id, id)
      );

      CREATE TABLE office_user (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        username text NOT NULL CHECK (username <> ''),
        name_hi text NOT NULL,
        name_en text NOT NULL,
        password_hash text,
        demo boolean NOT NULL DEFAULT false,
        shows_hi text,
        shows_en text,
        CONSTRAINT user_of_organisation UNIQUE (organisation_id, id),
        CONSTRAINT username_once UNIQUE (organisation_id, username),
        CONSTRAINT demo_people_have_no_password CHECK (NOT demo OR password_hash IS NULL)
      );

      CREATE TABLE tenure (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        post_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('regular', 'additional', 'link')),
        from_on date NOT NULL,
        until_on date CHECK (until_on >= from_on),
        order_reference text,
        CONSTRAINT tenure_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
        CONSTRAINT tenure_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
      );
      CREATE INDEX tenure_by_user ON tenure (organisation_id, user_id);
      CREATE INDEX tenure_by_post ON tenure (organisation_id, post_id);
      CREATE UNIQUE INDEX one_regular_holder ON tenure (organisation_id, post_id) WHERE kind = 'regular' AND until_on IS NULL;

      CREATE TABLE session (
        token_hash text PRIMARY KEY,
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        demo boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT session_of_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
      );
      CREATE INDEX session_by_user ON session (organisation_id, user_id);

      CREATE TABLE sign_in_link (
        token_hash text PRIMARY KEY,
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT sign_in_link_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
      );

      CREATE TABLE sign_in_failure (
        id uuid PRIMARY KEY,
        username text NOT NULL,
        address text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX sign_in_failure_by_username ON sign_in_failure (username, at);
      CREATE INDEX sign_in_failure_by_address ON sign_in_failure (address, at);

      CREATE TABLE idempotency_key (
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (organisation_id, user_id, key),
        CONSTRAINT idempotency_key_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id)
      );
      CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

      -- The JSON in which every answer shows a post, and an actor: contract PostRef and ActorRef.
      CREATE FUNCTION post_ref(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT jsonb_build_object('id', p.id, 'marking', p.marking,
          'designation', jsonb_build_object('hi', p.designation_hi, 'en', p.designation_en),
          'unit', jsonb_build_object('hi', u.name_hi, 'en', u.name_en))
        FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.id = wanted $$;
      CREATE FUNCTION actor_ref(who uuid, from_post uuid, in_capacity text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT jsonb_build_object('name', jsonb_build_object('hi', name_hi, 'en', name_en),
          'post', post_ref(from_post), 'capacity', in_capacity, 'actingFor', CASE in_capacity WHEN 'link' THEN (
            SELECT jsonb_build_object('hi', absent.name_hi, 'en', absent.name_en)
            FROM tenure link JOIN tenure held ON held.organisation_id = link.organisation_id AND held.post_id = link.post_id
              AND held.kind = 'regular' AND held.from_on <= link.from_on
              AND (held.until_on IS NULL OR held.until_on >= link.from_on)
            JOIN office_user absent ON absent.id = held.user_id
            WHERE link.organisation_id = office_user.organisation_id AND link.user_id = who
              AND link.post_id = from_post AND link.kind = 'link'
            ORDER BY link.from_on DESC LIMIT 1) END)
        FROM office_user WHERE id = who $$;
      -- Who holds the post today: the regular holder first; null when it is vacant.
      CREATE FUNCTION post_holder(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT jsonb_build_object('hi', name_hi, 'en', name_en)
        FROM tenure t JOIN office_user u ON u.id = t.user_id
        WHERE t.organisation_id = (SELECT organisation_id FROM post WHERE id = wanted) AND t.post_id = wanted
          AND t.from_on <= india_today() AND (t.until_on IS NULL OR t.until_on >= india_today())
        ORDER BY array_position(ARRAY['link', 'regular', 'additional'], t.kind) LIMIT 1 $$;

      GRANT SELECT, INSERT, UPDATE ON organisation, unit, post, office_user, tenure, sign_in_link TO patravali_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_failure, idempotency_key TO patravali_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
