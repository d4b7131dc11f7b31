-- Who holds a post, in which capacity and from when until when. An assistant prepares for an officer and does nothing
-- official.
CREATE TABLE tenure (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  user_id uuid NOT NULL,
  post_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('regular', 'additional', 'link', 'assistant')),
  from_on date NOT NULL,
  until_on date CHECK (until_on >= from_on),
  order_reference text,
  -- A leave that its officer has ended before its last day: from then on the link officer acts for him no more.
  ended_at timestamptz,
  CONSTRAINT only_leave_is_ended CHECK (ended_at IS NULL OR kind = 'link'),
  CONSTRAINT tenure_user FOREIGN KEY (organisation_id, user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT tenure_post FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id)
);
CREATE INDEX tenure_by_user ON tenure (organisation_id, user_id);
CREATE INDEX tenure_by_post ON tenure (organisation_id, post_id);
CREATE UNIQUE INDEX one_regular_holder ON tenure (organisation_id, post_id) WHERE kind = 'regular' AND until_on IS NULL;

CREATE TRIGGER tenure_is_sealed AFTER INSERT OR UPDATE OR DELETE ON tenure
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');
