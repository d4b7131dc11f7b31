-- A look at the inbox that a person keeps for a post: no more than 20, as slots are given once.
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
