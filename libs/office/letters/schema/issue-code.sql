-- The code with which anybody can check a letter: 70 random bits and a check character, drawn by the database, whose
-- UUIDs are made of cryptographic chance.

-- The check character of what was drawn: Crockford's base32, each place counted with its own power of two in the field
-- of 32 elements (x^5 + x^2 + 1).
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
