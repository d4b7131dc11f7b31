-- How the numbers of files, of the diary and of letters are written.
CREATE TABLE number_scheme (
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('file', 'diary', 'issue')),
  template text NOT NULL CHECK (template LIKE '%{serial}%'),
  period text NOT NULL CHECK (period IN ('calendar', 'financial')),
  PRIMARY KEY (organisation_id, kind)
);

CREATE TRIGGER number_scheme_is_sealed AFTER INSERT OR UPDATE OR DELETE ON number_scheme
  FOR EACH ROW EXECUTE FUNCTION seal_row('organisation_id kind');
