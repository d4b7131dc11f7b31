import type { FileRow } from '@patravali/contract';

/** The columns of a `FileRow`, from `file f JOIN file_custody c`. */
export const FILE_ROW_COLUMNS = `
  f.id, f.number, f.computer_number, f.subject, c.state, c.grading, c.urgency, c.action, c.due_on, c.since, c.version,
  c.opened_at IS NULL AND c.state = 'on_desk' AS unread,
  post_ref(c.holder_post_id) AS holder, post_ref(c.sender_post_id) AS "from"`;

/** The row as PostgreSQL answers it. */
export interface FileRecord extends Omit<FileRow, 'computerNumber' | 'dueOn' | 'since'> {
  readonly computer_number: number;
  readonly due_on: string | null;
  readonly since: Date;
}

export function toFileRow(row: FileRecord): FileRow {
  return {
    id: row.id,
    number: row.number,
    computerNumber: row.computer_number,
    subject: row.subject,
    state: row.state,
    grading: row.grading,
    urgency: row.urgency,
    holder: row.holder,
    from: row.from,
    action: row.action,
    dueOn: row.due_on,
    since: row.since.toISOString(),
    unread: row.unread,
    version: row.version,
  };
}
