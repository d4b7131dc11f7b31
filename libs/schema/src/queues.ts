import { CHECK_RECORD, SEAL_OLD_ROWS } from '@patravali/audit';
import { MAKE_SNAPSHOT } from '@patravali/consultations';
import { DELETE_EXPIRED_KEYS } from '@patravali/database';
import { DISPATCH_MAIL, READ_REPORTS, RETRY_ABANDONED_MAIL, WITHDRAWAL_MAIL } from '@patravali/dispatch';
import { MARK_STORE, RECOGNISE_TEXT, SWEEP_OBJECTS } from '@patravali/documents';
import { MAKE_CHARGE_CERTIFICATE, MAKE_LATE_CERTIFICATES } from '@patravali/establishment';
import { INDEX_NEW_READERS } from '@patravali/files';
import { DELETE_EXPIRED_SESSIONS } from '@patravali/identity';
import { FINISH_ABANDONED_ISSUES, FINISH_ISSUE, MAKE_COPIES } from '@patravali/letters';
import { BEGIN_DIGESTS, CALENDAR_NOTICES, DELETE_OLD_NOTICES, MAIL_DIGEST, MAIL_NOTICE } from '@patravali/notices';
import { END_PARKINGS } from '@patravali/movement';
import { FOLLOW_SUPERIORS } from '@patravali/organisation';
import { MAKE_PDF, MAKE_REDACTION } from '@patravali/records';
import { TELL_TROUBLES } from '@patravali/upkeep';

/** Every kind of job, each declared by its area. */
export const QUEUES = [
  BEGIN_DIGESTS,
  CALENDAR_NOTICES,
  CHECK_RECORD,
  DELETE_EXPIRED_KEYS,
  DELETE_EXPIRED_SESSIONS,
  DELETE_OLD_NOTICES,
  DISPATCH_MAIL,
  END_PARKINGS,
  FINISH_ISSUE,
  FINISH_ABANDONED_ISSUES,
  FOLLOW_SUPERIORS,
  MAIL_DIGEST,
  MAIL_NOTICE,
  MAKE_COPIES,
  MAKE_PDF,
  MAKE_CHARGE_CERTIFICATE,
  MAKE_LATE_CERTIFICATES,
  MAKE_REDACTION,
  MAKE_SNAPSHOT,
  MARK_STORE,
  READ_REPORTS,
  RECOGNISE_TEXT,
  RETRY_ABANDONED_MAIL,
  INDEX_NEW_READERS,
  SEAL_OLD_ROWS,
  SWEEP_OBJECTS,
  TELL_TROUBLES,
  WITHDRAWAL_MAIL,
];

/** Queues of earlier versions, on which nobody works any more. */
export const RETIRED_QUEUES = ['tidy-keys'];
