-- A head of the list from which file numbers are built: A-11-011 by two more parts, or a code of the office's own.
CREATE TABLE number_head (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  -- A letter where two parts follow, else the whole code.
  basic text NOT NULL CHECK (basic ~ '^[^[:space:]/{}]+$'),
  "primary" text CHECK ("primary" ~ '^[0-9]{2}$'),
  secondary text CHECK (secondary ~ '^[0-9]{2}$'),
  tertiary text CHECK (tertiary <> ''),
  title_hi text NOT NULL,
  title_en text NOT NULL,
  -- As numbers in Hindi print it.
  basic_hi text CHECK (basic_hi <> ''),
  -- Since when no new file is numbered under it.
  retired_at timestamptz,
  -- Counts its changes, for whoever changes it beside another.
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT number_head_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT number_head_once UNIQUE NULLS NOT DISTINCT (organisation_id, basic, "primary", secondary, tertiary),
  CONSTRAINT number_head_has_its_parts CHECK (CASE num_nonnulls("primary", secondary)
    WHEN 0 THEN tertiary IS NULL WHEN 2 THEN basic ~ '^[A-Z]$' ELSE false END)
);

CREATE TRIGGER number_head_counts_its_changes BEFORE UPDATE ON number_head FOR EACH ROW
  WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION count_change();
CREATE TRIGGER number_head_is_sealed AFTER INSERT OR UPDATE OR DELETE ON number_head
  FOR EACH ROW EXECUTE FUNCTION seal_row('id', 'version');
