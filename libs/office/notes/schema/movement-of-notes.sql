-- What the register of movements says of the notes.

-- A movement says how many notes stood on the sheet, so that a return has its place there, and what the note decided
-- that its act froze: not one that came from a part.
CREATE FUNCTION refuse_untrue_movement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record; before integer;
BEGIN
  IF NEW.file_id IS NULL THEN RETURN NEW; END IF;
  SELECT COALESCE(max(notes), 0) INTO before FROM public.movement
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id;
  SELECT number, decision, recommended_to, part_file_id,
      (paragraphs > 0 OR content NOT IN ('{"version": 1, "paragraphs": []}',
      '{"version": 2, "blocks": []}')) AS words INTO last FROM public.note
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
  IF last.part_file_id IS NOT NULL THEN before := last.number; END IF;
  IF NEW.notes <> COALESCE(last.number, 0)
    OR NEW.decision IS DISTINCT FROM (CASE WHEN last.number > before THEN last.decision END)
    OR NEW.recommended_to IS DISTINCT FROM (CASE WHEN last.number > before THEN last.recommended_to END)
    OR NEW.kind = 'returned' AND last.number > before AND NOT last.words AND last.decision IS NULL THEN
    RAISE EXCEPTION 'a movement tells of its note'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_tells_of_its_note';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER movement_tells_of_its_note BEFORE INSERT ON movement FOR EACH ROW
  EXECUTE FUNCTION refuse_untrue_movement();
