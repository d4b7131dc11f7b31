import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadLauncherConfig } from '@patravali/config';
import { addressSource, readVerifierKey } from '@patravali/verifier';
import { LauncherRefusal, sentence, type SentenceCode } from '../parts/sentences';
import { serveWitness } from '../witness/serve-witness';
import { OtherLog, type Seen, Witness } from '../witness/witness';

const PORT = '3020';
const EVERY_SECONDS = '3';

const OUTCOMES = {
  cosigned: 'witnessCosigned',
  older: 'witnessOlder',
  other: 'witnessOther',
  foreign: 'witnessForeign',
  unproved: 'witnessUnproved',
  unsigned: 'witnessUnsigned',
  away: 'witnessAway',
} as const satisfies Record<Seen['outcome'], SentenceCode>;

/**
 * `npm run office -- witness URL`, on another machine and without a database: looks at the log of the office every few seconds,
 * signs what continues the log that it has signed before, and says so when it does not. Runs until it is ended.
 */
export async function witness(words: readonly string[]): Promise<void> {
  const { address, port, every, ...options } = read(words);
  const { dataFolder, host } = loadLauncherConfig(process.env);
  const folder = options.folder === undefined ? join(dataFolder, 'witness') : resolve(options.folder);
  const source = addressSource(`${address}/log`);
  const name = `${hostname().replace(/[^\w.-]+/g, '-')}/witness`;
  const looking = await Witness.open({ source, folder, name, logKey: options.logKey }).catch((error: unknown) => {
    if (!(error instanceof OtherLog)) throw error;
    throw new LauncherRefusal('witnessOfOtherLog', { folder, own: error.own, origin: error.origin });
  });
  const server = await serveWitness(looking, { host, port }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new LauncherRefusal('witnessPortTaken', { port: String(port) });
    throw error;
  });
  const at = `http://${host}:${(server.address() as AddressInfo).port}`;
  console.log(sentence('witnessBegins', { address, at, key: looking.published.text }));
  await look(looking, every);
}

async function look(looking: Witness, every: number): Promise<never> {
  let known = looking.logKey;
  for (let last: Seen['outcome'] | undefined; ;) {
    const seen = await looking.look();
    if (looking.logKey && looking.logKey !== known) {
      known = looking.logKey;
      console.log(sentence('witnessLogKey', { key: known.text }));
    }
    if (seen.outcome !== last) console.log(sentence(OUTCOMES[seen.outcome], { ...seen }));
    for (const { index, at, reason } of looking.losses) console.log(sentence('witnessLoss', { index, at, reason }));
    last = seen.outcome;
    await sleep(1000 * every);
  }
}

/** @throws LauncherRefusal `usage` */
function read(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        port: { type: 'string', default: PORT },
        every: { type: 'string', default: EVERY_SECONDS },
        folder: { type: 'string' },
        key: { type: 'string' },
      },
    });
    const [target = '', ...more] = positionals;
    const { origin: address, protocol } = new URL(target);
    const logKey = values.key === undefined ? undefined : readVerifierKey(values.key);
    const [port, every] = [Number(values.port), Number(values.every)];
    const isWrong =
      more.length > 0 ||
      !/^https?:$/.test(protocol) ||
      (values.key !== undefined && logKey?.kind !== 1) ||
      !(Number.isInteger(port) && port >= 0 && port < 65_536 && every > 0);
    if (!isWrong) return { address, port, every, folder: values.folder, logKey };
  } catch {
    // What cannot be read is told below.
  }
  throw new LauncherRefusal('usage');
}
