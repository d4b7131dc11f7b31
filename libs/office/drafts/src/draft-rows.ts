/** The contract's `DraftRow`, from `DRAFT_SOURCE`. */
export const DRAFT_ROW = `jsonb_build_object('id', d.id, 'ordinal', d.ordinal, 'state', d.state, 'form', d.form,
  'subject', d.subject, 'addressee', d.addressee, 'draftVersion', d.current_version, 'changedAt', d.changed_at,
  'changedBy', actor_ref(v.user_id, v.post_id, v.capacity),
  'file', jsonb_build_object('id', f.id, 'number', f.number, 'subject', f.subject),
  'issueId', i.id, 'version', d.version)`;

/** Drafts with their text as it stands, their file and their issue. */
export const DRAFT_SOURCE = `draft d
  JOIN draft_version v ON v.organisation_id = d.organisation_id AND v.draft_id = d.id AND v.number = d.current_version
  JOIN office_file f ON f.id = d.file_id
  JOIN file_custody c ON c.file_id = d.file_id
  LEFT JOIN issue i ON i.organisation_id = d.organisation_id AND i.draft_id = d.id`;
