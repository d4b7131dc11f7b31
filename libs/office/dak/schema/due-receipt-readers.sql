-- Who may read a receipt, worked out from the register and from the tree of posts as it stands: the rule of which
-- `receipt.reader_post_ids` is the answer.

-- Every post that held or sent it or has a copy and, at normal, their superiors.
CREATE FUNCTION due_receipt_readers(organisation uuid, receipt uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH held AS (
    SELECT p.post_id FROM public.movement m CROSS JOIN LATERAL unnest(ARRAY[m.from_post_id, m.to_post_id]) p (post_id)
      WHERE m.organisation_id = organisation AND m.receipt_id = receipt AND p.post_id IS NOT NULL
    UNION SELECT k.post_id FROM public.receipt_copy k
      WHERE k.organisation_id = organisation AND k.receipt_id = receipt AND k.taken_back_at IS NULL
    UNION SELECT r.holder_post_id FROM public.receipt r
      WHERE r.organisation_id = organisation AND r.id = receipt AND r.holder_post_id IS NOT NULL
  )
  SELECT ARRAY(SELECT post_id FROM held
    UNION SELECT unnest(p.superior_post_ids) FROM held
      JOIN public.post p ON p.organisation_id = organisation AND p.id = held.post_id
      JOIN public.receipt r ON r.organisation_id = organisation AND r.id = receipt AND r.grading = 'normal' ORDER BY 1)
$$;

CREATE FUNCTION is_due_receipt_reader(organisation uuid, receipt uuid, post uuid) RETURNS boolean LANGUAGE sql STABLE
  COST 5000 AS $$
  SELECT post = ANY (public.due_receipt_readers(organisation, receipt))
$$;

-- Writes down who is due to read these receipts, which the caller has locked. Answers of how many that was something
-- else.
CREATE FUNCTION work_out_receipt_readers(organisation uuid, receipts uuid[]) RETURNS integer LANGUAGE sql
  VOLATILE AS $$
  WITH changed AS (
    UPDATE public.receipt r SET reader_post_ids = due.ids
      FROM (SELECT id, public.due_receipt_readers(organisation, id) AS ids FROM unnest(receipts) id) due
      WHERE r.organisation_id = organisation AND r.id = due.id
        AND NOT (r.reader_post_ids @> due.ids AND r.reader_post_ids <@ due.ids)
      RETURNING 1)
  SELECT count(*)::integer FROM changed
$$;
