/** Of what is made of a file. See `broken-checks.ts`. */
export const OF_RECORDS = {
  redaction: {
    redaction_asked_capacity_check: `asked_capacity = 'assistant'`,
    redaction_failed: `failure = '{}'`,
    redaction_language_check: `language = 'bilingual'`,
    redaction_marks_check: `marks = '{}'`,
    redaction_progress: 'done = 2',
    redaction_ready: 'copy_document_id = document_id',
    redaction_sequence_check: 'sequence = 0',
    redaction_state_check: `state = 'lost'`,
  },
  asked_pdf: {
    asked_pdf_attempt_check: 'attempt = -1',
    asked_pdf_bundle_is_whole: `form = 'bundle'`,
    asked_pdf_ended: 'ended_at = now()',
    asked_pdf_expires: 'expires_at = asked_at',
    asked_pdf_failed: `failure = '{}'`,
    asked_pdf_form_check: `form = 'paper'`,
    asked_pdf_language_check: `language = 'bilingual'`,
    asked_pdf_letter_is_bundled: 'issue_id = id',
    asked_pdf_progress: 'done = 2',
    asked_pdf_ready: 'size = 1',
    asked_pdf_selection_check: `selection = ''`,
    asked_pdf_sha256_check: `sha256 = 'A'`,
    asked_pdf_size_check: 'size = 0',
    asked_pdf_state_check: `state = 'lost'`,
  },
} as const;
