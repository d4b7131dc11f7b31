import type { Trouble } from '@patravali/contract';
import type { KnownCondition } from '../condition/office-condition';

/** Below this share of the disk it is time to make room. */
const LEAST_FREE = 0.1;
/** A mail leaves within moments; after so many seconds of trying something is wrong. */
const LEAVES_WITHIN_SECONDS = 15 * 60;
/** The jobs that send mails, by the names of their queues. */
const MAIL_QUEUES = ['dispatch-mail', 'withdrawal-mail', 'mail-notice', 'mail-digest'];

type Test = (condition: KnownCondition) => boolean;

const TESTS: Readonly<Record<Trouble, Test>> = {
  log: ({ log }) => log === 'stands',
  record: ({ record }) => record === 'wrong',
  unchecked: ({ isCheckOverdue }) => isCheckOverdue === true,
  mails: ({ failedMails = 0, queues = [] }) =>
    failedMails > 0 ||
    queues.some(({ queue, oldestSeconds }) => MAIL_QUEUES.includes(queue) && oldestSeconds > LEAVES_WITHIN_SECONDS),
  disk: ({ disk }) => disk !== undefined && disk.freeBytes < disk.totalBytes * LEAST_FREE,
  backup: ({ backup }) => backup === 'old' || backup === 'never',
};

/** What of it waits for an administrator. What is not known is no trouble. */
export function troublesOf(condition: KnownCondition): Trouble[] {
  return (Object.keys(TESTS) as Trouble[]).filter((trouble) => TESTS[trouble](condition));
}

/** Concerns one machine alone: another cannot say that it is over. */
export const isOfOneMachine = (trouble: Trouble): boolean => trouble === 'disk';
