/** The same of what is asked of other posts. */
export const OF_CONSULTATIONS = {
  consultation: {
    consultation_asked_capacity_check: `asked_capacity = 'assistant'`,
    consultation_correspondence_check: 'correspondence = -1',
    consultation_language_check: `language = 'bilingual'`,
    consultation_notes_check: 'notes = -1',
    consultation_pages_check: 'pages = -1',
    consultation_question_check: `question = ''`,
    consultation_snapshot_check: `snapshot = 'lost'`,
    snapshot_is_there: `snapshot = 'ready'`,
  },
  consulted_post: {
    answered_by_whoever_was_asked: `ended_by_post_id = consultation_id`,
    consulted_post_ended_capacity_check: `ended_capacity = 'assistant'`,
    consulted_post_place_check: 'place = 13',
    consulted_post_reason_check: `reason = ''`,
    consulted_post_state_check: `state = 'lost'`,
    ended_by_somebody: 'ended_on = NULL',
    ended_with_reason: `reason = 'x'`,
    opinion_is_a_note: 'note = NULL',
  },
};
