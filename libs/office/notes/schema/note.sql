-- A note of the sheet, frozen. It may be a running summary or a self-contained note (R-28), a section under a main
-- note (R-26), what was discussed with others (R-34), or the opinion of a post that was consulted. A decision below the
-- final authority of the case is a recommendation to the post that decides, as it was that day (R-35).
CREATE TABLE note (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  file_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  first_paragraph integer,
  paragraphs integer NOT NULL CHECK (paragraphs >= 0),
  content jsonb NOT NULL CHECK ((content ->> 'version') IS NOT NULL),
  decision text CHECK (decision IN ('approved', 'not_approved')),
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  author_user_id uuid NOT NULL,
  author_post_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('regular', 'additional', 'link')),
  written_at timestamptz NOT NULL,
  frozen_at timestamptz NOT NULL DEFAULT office_now(),
  put_up_by_user_id uuid,
  put_up_by_post_id uuid,
  put_up_capacity text CHECK (put_up_capacity IN ('regular', 'additional', 'link')),
  kind text NOT NULL DEFAULT 'ordinary'
    CHECK (kind IN ('ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion', 'opinion')),
  main_note integer,
  discussed_with uuid[],
  part_file_id uuid,
  part_note integer,
  recommended_to uuid,
  CONSTRAINT note_number_once UNIQUE (organisation_id, file_id, number),
  CONSTRAINT signature_alone_has_no_paragraph CHECK ((paragraphs = 0) = (first_paragraph IS NULL)),
  CONSTRAINT put_up_by_somebody CHECK (num_nulls(put_up_by_user_id, put_up_by_post_id, put_up_capacity) IN (0, 3)),
  CONSTRAINT put_up_by_another CHECK (put_up_by_post_id <> author_post_id),
  CONSTRAINT section_has_main_note CHECK ((kind = 'sectional') = (main_note IS NOT NULL)),
  CONSTRAINT main_note_stands_above CHECK (main_note < number),
  CONSTRAINT kind_has_words
    CHECK (kind = 'ordinary' OR paragraphs > 0
      OR content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}')),
  CONSTRAINT discussion_names_posts
    CHECK ((kind = 'discussion') = (discussed_with IS NOT NULL) AND COALESCE(cardinality(discussed_with) BETWEEN 1
      AND 12, true) AND array_position(discussed_with, NULL) IS NULL),
  CONSTRAINT incorporated_note_has_place CHECK ((part_file_id IS NULL) = (part_note IS NULL)),
  CONSTRAINT recommendation_is_a_decision CHECK (recommended_to IS NULL OR decision IS NOT NULL),
  CONSTRAINT note_of_file FOREIGN KEY (organisation_id, file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT note_author FOREIGN KEY (organisation_id, author_user_id) REFERENCES office_user (organisation_id, id),
  CONSTRAINT note_post FOREIGN KEY (organisation_id, author_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT note_put_up_by FOREIGN KEY (organisation_id, put_up_by_user_id)
    REFERENCES office_user (organisation_id, id),
  CONSTRAINT note_put_up_from FOREIGN KEY (organisation_id, put_up_by_post_id) REFERENCES post (organisation_id, id),
  CONSTRAINT note_of_part FOREIGN KEY (organisation_id, part_file_id) REFERENCES office_file (organisation_id, id),
  CONSTRAINT note_recommended_to FOREIGN KEY (organisation_id, recommended_to) REFERENCES post (organisation_id, id)
);
-- These two are not held against rows from before.
ALTER TABLE note
  ADD CONSTRAINT not_approved_has_words CHECK (decision <> 'not_approved' OR (paragraphs > 0
    OR content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))) NOT VALID;
ALTER TABLE note
  ADD CONSTRAINT numbered_paragraphs_are_counted CHECK (paragraphs = jsonb_array_length(
    CASE content ->> 'version' WHEN '1' THEN content -> 'paragraphs' ELSE jsonb_path_query_array(content,
      '$.blocks[*] ? (@.type == "paragraph" && !exists(@.numbered ? (@ == false)))') END)) NOT VALID;
CREATE INDEX note_with_words ON note (organisation_id, file_id, number) WHERE paragraphs > 0;
-- A file tells its summaries, and a note its sections, without its other notes being read.
CREATE INDEX note_pinned ON note (organisation_id, file_id, kind, number)
  WHERE kind IN ('running_summary', 'self_contained');
CREATE INDEX note_sections ON note (organisation_id, file_id, main_note, number) WHERE main_note IS NOT NULL;
CREATE INDEX note_decided ON note (organisation_id, file_id, number) WHERE decision IS NOT NULL;
CREATE INDEX note_incorporated ON note (organisation_id, file_id, number) WHERE part_file_id IS NOT NULL;

CREATE TRIGGER note_is_sealed AFTER INSERT OR UPDATE OR DELETE ON note
  FOR EACH ROW EXECUTE FUNCTION seal_row('id');

CREATE TRIGGER note_is_final BEFORE UPDATE OR DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_is_not_truncated BEFORE TRUNCATE ON note EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER note_is_counted AFTER INSERT ON note
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_uncounted();

-- Held against the last row and not against all; a signature alone takes no paragraph.
CREATE FUNCTION refuse_gap_in_notes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_number integer; last_paragraph integer;
BEGIN
  SELECT number INTO last_number FROM public.note
    WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id ORDER BY number DESC LIMIT 1;
  IF NEW.first_paragraph IS NOT NULL THEN
    SELECT first_paragraph + paragraphs - 1 INTO last_paragraph FROM public.note
      WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id AND paragraphs > 0
      ORDER BY number DESC LIMIT 1;
  END IF;
  IF NEW.number <> COALESCE(last_number, 0) + 1 OR NEW.first_paragraph <> COALESCE(last_paragraph, 0) + 1 THEN
    RAISE EXCEPTION 'notes and paragraphs run without gaps'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_without_gap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_without_gap BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_notes();

-- A signature alone is agreement, so it stands only where there is something to agree with (R-25). An opinion comes at
-- any time: what a signature alone agrees with stands before it. Nor does it agree with what was taken back.
CREATE FUNCTION refuse_untrue_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before integer;
BEGIN
  IF (NEW.paragraphs > 0 OR NEW.content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))
    THEN RETURN NEW; END IF;
  SELECT max(number) INTO before FROM public.note WHERE organisation_id = NEW.organisation_id AND file_id = NEW.file_id
    AND number < NEW.number AND kind <> 'opinion' AND NOT (NOT (paragraphs > 0
        OR content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))
      AND public.was_taken_back(organisation_id, COALESCE(part_file_id, file_id), COALESCE(part_note, number)));
  IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
        AND n.number < NEW.number AND (n.paragraphs > 0
          OR n.content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}')))
    OR NEW.decision IS NULL AND (before IS NULL
      OR EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
        AND n.number = before AND (n.author_post_id = NEW.author_post_id OR n.decision IS NOT NULL
          AND public.was_taken_back(n.organisation_id, COALESCE(n.part_file_id, n.file_id),
            COALESCE(n.part_note, n.number))))
      OR EXISTS (SELECT FROM public.movement m WHERE m.organisation_id = NEW.organisation_id AND m.file_id = NEW.file_id
        AND m.notes >= before AND m.kind = 'returned' AND NOT EXISTS (
          SELECT FROM public.movement b WHERE b.organisation_id = m.organisation_id AND b.file_id = m.file_id
            AND b.sequence = m.sequence + 1 AND b.kind = 'pulled_back'))) THEN
    RAISE EXCEPTION 'a note without words agrees with nothing'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_alone_agrees';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signature_alone_agrees BEFORE INSERT ON note FOR EACH ROW
  WHEN (NOT NEW.paragraphs > 0 AND NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_untrue_agreement();

CREATE FUNCTION refuse_decision_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decision IS NOT NULL AND NOT EXISTS (SELECT FROM post p WHERE p.organisation_id = NEW.organisation_id
      AND p.id = NEW.author_post_id AND 'officer' = ANY (p.roles)) THEN
    RAISE EXCEPTION 'only an officer decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_by_officer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_by_officer BEFORE INSERT ON note FOR EACH ROW
  WHEN (NEW.decision IS NOT NULL AND NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_decision_of_others();

CREATE FUNCTION refuse_section_of_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Notes are never removed: what stands there stays.
  IF NOT EXISTS (SELECT FROM public.note n WHERE n.organisation_id = NEW.organisation_id AND n.file_id = NEW.file_id
      AND n.number = NEW.main_note AND n.kind <> 'sectional') THEN
    RAISE EXCEPTION 'a section stands under a main note' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER section_under_main_note BEFORE INSERT ON note FOR EACH ROW
  WHEN (NEW.main_note IS NOT NULL) EXECUTE FUNCTION refuse_section_of_nothing();
