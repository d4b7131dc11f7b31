import { parseArgs } from 'node:util';
import { asOneLine, type Resumption, Sequencer } from '@patravali/ledger';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { inTurn } from './log-turn';
import { withDatabase } from './opening/with-database';
import { withOffice } from './opening/with-office';

/**
 * `npm run office -- log resume [--reason TEXT]`: lets a log go on that stands because an older database or store was restored,
 * or its key was lost. Where something is given up for it, it only says so, until a reason is given, which the log bears for good.
 */
export async function log(words: readonly string[]): Promise<void> {
  const reason = read(words);
  await withDatabase(async (config) => {
    const resume = async (sequencer: Sequencer) => await inTurn(() => sequencer.resume(reason));
    tell(await withOffice(config, (office) => resume(office.get(Sequencer, { strict: false }))));
  });
}

/** The reason, or null. @throws LauncherRefusal `usage` */
function read(words: readonly string[]): string | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { reason: { type: 'string' } },
    });
    const reason = values.reason === undefined ? null : asOneLine(values.reason);
    if (positionals.length === 1 && positionals[0] === 'resume' && reason !== '') return reason;
  } catch {
    // What cannot be read is told below.
  }
  throw new LauncherRefusal('usage');
}

function tell(found: Resumption): void {
  const { restored, lost, lostEvents, isStoreOlder, areTilesDamaged, isKeyLost, key, isDone } = found;
  if (restored > 0) console.log(sentence('logLacked', { restored }));
  for (const { from, to } of lost) console.log(sentence('logLostEntries', { from, to }));
  if (lostEvents > 0) console.log(sentence('logLostEvents', { lostEvents, ...timesOf(found) }));
  if (isStoreOlder) console.log(sentence('logStoreOlder'));
  if (areTilesDamaged) console.log(sentence('logTilesDamaged'));
  if (isKeyLost) console.log(sentence('logKeyLost'));
  const isNeeded = restored > 0 || lostEvents > 0 || isStoreOlder || areTilesDamaged || isKeyLost;
  console.log(sentence(isDone ? 'logResumed' : isNeeded ? 'logNeedsReason' : 'logNothingToMend'));
  if (key !== null) console.log(sentence('logNewKey', { key }));
  if (isNeeded && !isDone) process.exitCode = 1;
}

const timesOf = ({ lostFrom, lostUntil }: Resumption) => ({
  since: lostFrom?.toISOString() ?? '–',
  until: lostUntil?.toISOString() ?? '–',
});
