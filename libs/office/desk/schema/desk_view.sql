-- A look at the inbox, or a search, that a person keeps for a post: no more than 20, as slots are given once.
CREATE TABLE desk_view (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  slot smallint NOT NULL CHECK (slot BETWEEN 1 AND 20),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60 AND name IS NFC NORMALIZED),
  filters jsonb NOT NULL CHECK (jsonb_typeof(filters) = 'object' AND length(filters::text) < 2000),
  is_first boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  CONSTRAINT desk_view_slot_is_free UNIQUE (organisation_id, user_id, post_id, slot),
  CONSTRAINT desk_view_name_is_free UNIQUE (organisation_id, user_id, post_id, name),
  CONSTRAINT desk_view_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT desk_view_organisation_id_post_id_fkey FOREIGN KEY (organisation_id, post_id)
    REFERENCES post (organisation_id, id)
);
CREATE UNIQUE INDEX desk_view_one_is_first ON desk_view (organisation_id, user_id, post_id) WHERE is_first;

-- Whoever no longer holds a post keeps no views of its desk. Where his tenure ended with its day nobody reads them from
-- then on, and they go when he joins again.
CREATE FUNCTION drop_views_of_former_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.desk_view v WHERE v.organisation_id = NEW.organisation_id AND v.user_id = NEW.user_id
    AND v.post_id = NEW.post_id AND NOT EXISTS (SELECT FROM public.tenure t
      WHERE t.organisation_id = NEW.organisation_id AND t.user_id = NEW.user_id AND t.post_id = NEW.post_id
        AND (TG_OP = 'UPDATE' OR t.id <> NEW.id) AND public.holds_now(t));
  RETURN NULL;
END $$;
CREATE TRIGGER views_go_with_the_tenure AFTER INSERT OR UPDATE ON tenure FOR EACH ROW
  EXECUTE FUNCTION drop_views_of_former_holder();
