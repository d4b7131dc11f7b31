/** The same of the times for which clocks were stopped, or files set aside. */
export const OF_CLOCKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  clock_stop: {
    clock_started_later: `started_on = stopped_on - 1`,
    clock_started_wholly: 'started_on = stopped_on',
    clock_stop_evidence_kind_check: `evidence_kind = 'hearsay'`,
    clock_stop_evidence_number_check: 'evidence_number = 0',
    clock_stop_evidence_words_check: `evidence_kind = 'words', evidence_number = NULL, evidence_on = '2026-01-01', evidence_words = ''`,
    clock_stop_reason_check: `reason = 'rain'`,
    clock_stop_started_capacity_check: `started_capacity = 'assistant'`,
    clock_stop_stopped_capacity_check: `stopped_capacity = 'assistant'`,
    stop_has_evidence: 'evidence_number = NULL',
  },
  parking_line: {
    call_book_has_reason: `kind = 'put_in_call_book', until_on = '2026-02-01', until_event = NULL`,
    parking_has_end: `kind = 'parked', until_event = NULL`,
    parking_line_capacity_check: `capacity = 'assistant'`,
    parking_line_cause_check: `cause = 'rain'`,
    parking_line_kind_check: `kind = 'lost'`,
    parking_line_remarks_check: `remarks = ''`,
    parking_line_until_event_check: `until_event = 'rain'`,
  },
};
