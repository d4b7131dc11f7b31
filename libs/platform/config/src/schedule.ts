/**
 * When the clock starts which job: cron in Indian time. What is asked for every hour or minute is cheap when there is nothing to do.
 * Settings that an office changes, such as the largest upload or the hours of a session, stand in `environment.ts` beside this file.
 */
export const SCHEDULE = {
  /** Files whose day has come return to their desks. */
  endParkings: '* * * * *',
  /** What stands in the record from before events named rows. */
  sealOldRows: '* * * * *',
  /** Scans whose text nobody has read yet. */
  recogniseTexts: '* * * * *',
  /** Files whose superiors have changed, as far as the job of the change was given up. */
  followSuperiors: '* * * * *',
  /** What mail servers report of the mails that went out. */
  readDeliveryReports: '*/5 * * * *',
  /** What keeps the office from working as it should, for the mail to its administrator. */
  tellTroubles: '*/5 * * * *',
  markStore: '10 * * * *',
  deleteExpiredKeys: '15 * * * *',
  deleteExpiredSessions: '20 * * * *',
  /** By the hour, so that an office whose machine is off at night checks its record in the morning. */
  checkRecord: '30 * * * *',
  /** Numbered letters whose job was given up. */
  finishAbandonedIssues: '35 * * * *',
  /** Certificates of charge whose job was given up. */
  makeLateCertificates: '45 * * * *',
  indexNewReaders: '40 * * * *',
  sweepObjects: '30 2 * * *',
  /** Mails whose job is long over although nobody knows what became of them. */
  retryAbandonedMail: '45 2 * * *',
  deleteOldNotices: '50 2 * * *',
  /** Before the office opens. */
  calendarNotices: '30 6 * * *',
  /** When the office has opened. */
  beginDigests: '0 10 * * *',
} as const;

/** The hour of the night, in India, in which the record is checked. */
export const RECORD_CHECK_HOUR = 2;

/** Of every job, mails too: twelve attempts with growing pauses (seconds), an hour at most: about four hours until a job is given up. */
export const JOB_ATTEMPTS = { retryLimit: 12, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 } as const;
