-- A person of the office, who signs in.
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
  email text CHECK (email LIKE '_%@_%'),
  -- The account is closed: nobody signs in by it any more.
  closed_at timestamptz,
  -- Counts the changes of what the office says of the person.
  version integer NOT NULL DEFAULT 1,
  -- Whose administrator entered the person: he keeps who has never had charge of a post.
  entered_unit_id uuid,
  CONSTRAINT user_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT entered_in_unit FOREIGN KEY (organisation_id, entered_unit_id) REFERENCES unit (organisation_id, id),
  CONSTRAINT username_once UNIQUE (organisation_id, username),
  CONSTRAINT demo_people_have_no_password CHECK (NOT demo OR password_hash IS NULL)
);
-- Two people who read one mailbox would read what is another's.
CREATE UNIQUE INDEX email_once ON office_user (organisation_id, lower(email)) WHERE closed_at IS NULL;

CREATE TRIGGER person_counts_changes BEFORE UPDATE ON office_user FOR EACH ROW
  WHEN ((OLD.username, OLD.name_hi, OLD.name_en, OLD.email, OLD.closed_at)
    IS DISTINCT FROM (NEW.username, NEW.name_hi, NEW.name_en, NEW.email, NEW.closed_at))
  EXECUTE FUNCTION count_change();

CREATE TRIGGER office_user_is_sealed AFTER INSERT OR UPDATE OR DELETE ON office_user
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'password_hash', 'shows_hi', 'shows_en', 'version');
