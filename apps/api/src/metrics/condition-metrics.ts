import type { BuildFacts } from '@patravali/config';
import { type KnownCondition, troublesOf } from '@patravali/upkeep';
import { TROUBLES } from '@patravali/contract';
import type { Metric, Sample } from './exposition';
import { gauge } from './process-metrics';

const one = (value: number | null | undefined): Sample[] => (value === null || value === undefined ? [] : [{ value }]);

/** How the office is. What could not be asked is left out. */
export function conditionMetrics(condition: KnownCondition, { version, commit }: BuildFacts): Metric[] {
  const { queues = [], disk, log, failedMails, backupSeconds, witnessSeconds } = condition;
  const ofQueues = (value: 'waiting' | 'active' | 'failed' | 'oldestSeconds'): Sample[] =>
    queues.map((queue) => ({ labels: { queue: queue.queue }, value: queue[value] }));
  const troubles = troublesOf(condition);
  return [
    gauge('patravali_build', 'Which version runs.', [{ labels: { version, commit }, value: 1 }]),
    gauge('patravali_trouble', '1 while this keeps the office from working as it should.', [
      ...TROUBLES.map((trouble) => ({ labels: { trouble }, value: Number(troubles.includes(trouble)) })),
    ]),
    gauge('patravali_log_stands', '1 while the log signs nothing.', one(log && Number(log === 'stands'))),
    gauge('patravali_jobs_waiting', 'Jobs that wait, by queue.', ofQueues('waiting')),
    gauge('patravali_jobs_active', 'Jobs that are being done, by queue.', ofQueues('active')),
    gauge('patravali_jobs_failed', 'Jobs that were given up, by queue.', ofQueues('failed')),
    gauge('patravali_job_oldest_seconds', 'How long the oldest job of a queue has waited.', ofQueues('oldestSeconds')),
    gauge('patravali_mails_failed', 'Letters of the last two days that could not be mailed.', one(failedMails)),
    gauge('patravali_disk_free_bytes', 'Room on the disk with the data of this machine.', one(disk?.freeBytes)),
    gauge('patravali_disk_bytes', 'Size of the disk with the data of this machine.', one(disk?.totalBytes)),
    gauge('patravali_backup_age_seconds', 'Since the last backup that came to a good end.', one(backupSeconds)),
    gauge('patravali_witness_age_seconds', 'Since the witness of the log signed last.', one(witnessSeconds)),
  ];
}
