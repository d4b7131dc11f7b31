-- Which levels a case of a kind climbs from a day on, the lowest first. The last is the final authority, or the one
-- post there that is named. Earlier powers stay: the latest that has begun holds.
CREATE TABLE power_delegation (
  organisation_id uuid NOT NULL,
  category_id uuid NOT NULL,
  from_on date NOT NULL,
  levels smallint[] NOT NULL CHECK (cardinality(levels) BETWEEN 1 AND 20 AND goes_up(levels)),
  final_post_id uuid,
  PRIMARY KEY (organisation_id, category_id, from_on),
  CONSTRAINT power_of_category FOREIGN KEY (organisation_id, category_id)
    REFERENCES case_category (organisation_id, id),
  CONSTRAINT power_final_post FOREIGN KEY (organisation_id, final_post_id) REFERENCES post (organisation_id, id)
);

-- The higher a post, the lower its number: none twice, none unknown.
CREATE FUNCTION goes_up(levels smallint[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  FOR place IN 1..COALESCE(cardinality(levels), 0) LOOP
    IF levels[place] IS NULL OR place > 1 AND levels[place] >= levels[place - 1] THEN RETURN false; END IF;
  END LOOP;
  RETURN true;
END $$;

CREATE TRIGGER power_delegation_is_sealed AFTER INSERT OR UPDATE OR DELETE ON power_delegation
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id category_id from_on');
