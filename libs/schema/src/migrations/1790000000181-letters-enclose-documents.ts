import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A version of a letter encloses documents that lie on its file, each with the hash of its bytes. A trigger takes them from the text,
 * so that both say the same, and they are fixed with it. What arrives within the office arrives with them.
 */
export class LettersEncloseDocuments1790000000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document ADD CONSTRAINT document_has_content UNIQUE (organisation_id, id, sha256);

      CREATE TABLE letter_enclosure (
        organisation_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        draft_version integer NOT NULL,
        place integer NOT NULL CHECK (place > 0),
        document_id uuid NOT NULL,
        sha256 text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        PRIMARY KEY (organisation_id, draft_id, draft_version, place),
        CONSTRAINT document_enclosed_once UNIQUE (organisation_id, draft_id, draft_version, document_id),
        CONSTRAINT enclosure_of_version FOREIGN KEY (organisation_id, draft_id, draft_version)
          REFERENCES draft_version (organisation_id, draft_id, number),
        CONSTRAINT enclosure_document FOREIGN KEY (organisation_id, document_id, sha256)
          REFERENCES document (organisation_id, id, sha256)
      );
      CREATE INDEX letter_enclosure_by_document ON letter_enclosure (organisation_id, document_id);

      CREATE FUNCTION list_letter_enclosures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        DELETE FROM public.letter_enclosure
          WHERE organisation_id = NEW.organisation_id AND draft_id = NEW.draft_id AND draft_version = NEW.number;
        INSERT INTO public.letter_enclosure (organisation_id, draft_id, draft_version, place, document_id, sha256, title)
          SELECT NEW.organisation_id, NEW.draft_id, NEW.number, place, (enclosed ->> 'documentId')::uuid, enclosed ->> 'sha256',
            enclosed ->> 'title'
          FROM jsonb_array_elements(NEW.content -> 'enclosedDocuments') WITH ORDINALITY AS of_text (enclosed, place);
        RETURN NULL;
      END $$;
      CREATE TRIGGER letter_enclosures_are_listed AFTER INSERT OR UPDATE OF content ON draft_version FOR EACH ROW
        EXECUTE FUNCTION list_letter_enclosures();

      CREATE FUNCTION refuse_foreign_enclosure() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.draft d JOIN public.correspondence k ON k.organisation_id = d.organisation_id
            AND k.file_id = d.file_id AND k.document_id = NEW.document_id AND k.detached_at IS NULL
            WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.draft_id) THEN
          RAISE EXCEPTION 'a letter encloses what lies on its file' USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosed_from_its_file';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER enclosed_from_its_file BEFORE INSERT OR UPDATE ON letter_enclosure FOR EACH ROW
        EXECUTE FUNCTION refuse_foreign_enclosure();

      CREATE FUNCTION refuse_change_of_enclosures() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE enclosure public.letter_enclosure;
      BEGIN
        IF TG_OP = 'INSERT' THEN enclosure := NEW; ELSE enclosure := OLD; END IF;
        IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM public.draft d WHERE d.organisation_id = enclosure.organisation_id
            AND d.id = enclosure.draft_id
            AND (d.approved_version >= enclosure.draft_version OR d.current_version > enclosure.draft_version)) THEN
          RAISE EXCEPTION 'the enclosures of an approved or earlier version stay as they are'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosures_as_approved';
        END IF;
        RETURN enclosure;
      END $$;
      CREATE TRIGGER enclosures_as_approved BEFORE INSERT OR UPDATE OR DELETE ON letter_enclosure FOR EACH ROW
        EXECUTE FUNCTION refuse_change_of_enclosures();
      CREATE TRIGGER letter_enclosure_is_not_truncated BEFORE TRUNCATE ON letter_enclosure EXECUTE FUNCTION refuse_change();

      CREATE TABLE receipt_enclosure (
        organisation_id uuid NOT NULL,
        receipt_id uuid NOT NULL,
        place integer NOT NULL CHECK (place > 0),
        document_id uuid NOT NULL,
        sha256 text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        PRIMARY KEY (organisation_id, receipt_id, place),
        CONSTRAINT enclosure_of_receipt FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipt (organisation_id, id),
        CONSTRAINT receipt_enclosure_document FOREIGN KEY (organisation_id, document_id, sha256)
          REFERENCES document (organisation_id, id, sha256)
      );
      CREATE INDEX receipt_enclosure_by_document ON receipt_enclosure (organisation_id, document_id);
      CREATE TRIGGER receipt_enclosure_is_final BEFORE UPDATE OR DELETE ON receipt_enclosure FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER receipt_enclosure_is_not_truncated BEFORE TRUNCATE ON receipt_enclosure EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_arrival_of_other_enclosures() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM (SELECT e.place, e.document_id, e.title FROM public.issue i JOIN public.letter_enclosure e
              ON e.organisation_id = i.organisation_id AND e.draft_id = i.draft_id AND e.draft_version = i.draft_version
            WHERE i.organisation_id = NEW.organisation_id AND i.id = NEW.issue_id) sent
          FULL JOIN (SELECT a.place, a.document_id, a.title FROM public.receipt_enclosure a
            WHERE a.organisation_id = NEW.organisation_id AND a.receipt_id = NEW.receipt_id) arrived
            ON (arrived.place, arrived.document_id, arrived.title) = (sent.place, sent.document_id, sent.title)
          WHERE sent.place IS NULL OR arrived.place IS NULL) THEN
          RAISE EXCEPTION 'a letter arrives with what it encloses'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'enclosures_arrive_as_sent';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER enclosures_arrive_as_sent AFTER INSERT ON dispatch FOR EACH ROW WHEN (NEW.receipt_id IS NOT NULL)
        EXECUTE FUNCTION refuse_arrival_of_other_enclosures();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
