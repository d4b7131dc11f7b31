import { languageOf } from '@patravali/config';
import type { Crash, Trouble } from '@patravali/contract';
import { formatInstant, formatNumber } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import type { KnownCondition } from '@patravali/upkeep';
import { sentence } from '../../parts/sentences';

const BYTES_PER_GIB = 1024 ** 3;
const UNITS = [
  { code: 'ageDays', seconds: 86_400 },
  { code: 'ageHours', seconds: 3_600 },
  { code: 'ageMinutes', seconds: 60 },
  { code: 'ageSeconds', seconds: 1 },
] as const;

/** How the office is, in sentences. Of what could not be asked, that. */
export function conditionLines(condition: KnownCondition): string[] {
  const { log, record, backupSeconds, witnessSeconds, failedMails, disk } = condition;
  return [
    log === undefined ? sentence('statusUnknown') : sentence(log === 'stands' ? 'statusLogStands' : 'statusLogReady'),
    ...(record === undefined ? [] : [sentence(`statusRecord.${record}`)]),
    ...(backupSeconds === undefined ? [] : [backupLine(backupSeconds)]),
    ...(typeof witnessSeconds === 'number' ? [sentence('statusWitness', { age: ageOf(witnessSeconds) })] : []),
    ...(failedMails === undefined ? [] : [sentence('statusMails', { count: failedMails })]),
    ...queueLines(condition),
    ...(disk === undefined ? [] : [sentence('statusDisk', { free: gib(disk.freeBytes), total: gib(disk.totalBytes) })]),
  ];
}

const backupLine = (seconds: number | null): string =>
  seconds === null ? sentence('statusNoBackup') : sentence('statusBackup', { age: ageOf(seconds) });

/** Those on which something waits, is done or was given up. */
function queueLines({ queues }: KnownCondition): string[] {
  if (queues === undefined) return [];
  const busy = queues.filter(({ waiting, active, failed }) => waiting + active + failed > 0);
  if (busy.length === 0) return [sentence('statusNoJobs')];
  return busy.map(({ queue, waiting, active, failed, oldestSeconds }) => {
    const age = oldestSeconds === 0 ? '–' : ageOf(oldestSeconds);
    return sentence('statusQueue', { queue, waiting, active, failed, age });
  });
}

export function troubleLine(trouble: Trouble): string {
  return messagesOf('troubles', languageOf(process.env))[`trouble.${trouble}`];
}

export function crashLine({ at, part }: Crash): string {
  const language = languageOf(process.env);
  const words = messagesOf('troubles', language);
  return sentence('statusCrash', { part: words[`crashedPart.${part}`], at: formatInstant('screen', at, language) });
}

function ageOf(seconds: number): string {
  const { code, seconds: unit } = UNITS.find((each) => seconds >= each.seconds) ?? UNITS[3];
  return sentence(code, { count: Math.floor(seconds / unit) });
}

const gib = (bytes: number): string => formatNumber(Math.floor((bytes / BYTES_PER_GIB) * 10) / 10);
