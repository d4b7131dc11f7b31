-- What the office says of a degree of urgency in place of the manual (R-40): its name, who may set it, whether it is in
-- use.
CREATE TABLE office_urgency (
  organisation_id uuid NOT NULL REFERENCES organisation,
  code text NOT NULL CHECK (code IN ('ordinary', 'priority', 'immediate', 'top_priority', 'vip')),
  name_hi text NOT NULL,
  name_en text NOT NULL,
  set_by text NOT NULL CHECK (set_by IN ('anyone', 'officer')),
  in_use boolean NOT NULL,
  PRIMARY KEY (organisation_id, code),
  -- What nobody has set anything else for.
  CONSTRAINT ordinary_is_for_all CHECK (code <> 'ordinary' OR (set_by = 'anyone' AND in_use))
);

-- Until the office says anything, only VIP.
CREATE FUNCTION urgency_needs_officer(uuid, text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE((SELECT u.set_by = 'officer' FROM public.office_urgency u WHERE u.organisation_id = $1
    AND u.code = $2), $2 = 'vip')
$$;

CREATE TRIGGER office_urgency_is_sealed AFTER INSERT OR UPDATE OR DELETE ON office_urgency
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id code');
