import { parseArgs } from 'node:util';
import { dropJobs, jobsNamed, retryJobs, type UnfinishedJob, unfinishedJobs } from '@patravali/database';
import { LauncherRefusal, sentence, type SentenceCode } from '../parts/sentences';
import { confirm } from './asking/confirm';
import { withDatabase } from './opening/with-database';
import { type OfficeAccess, withTransactions } from './opening/with-transactions';

const MOST_LISTED = 200;
const MOST_CHANGED = 10_000;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const STATES = {
  created: 'jobWaits',
  retry: 'jobWaits',
  active: 'jobActive',
  failed: 'jobFailed',
} as const satisfies Record<UnfinishedJob['state'], SentenceCode>;

/** What is to be done with which jobs. */
interface Wanted {
  readonly verb: 'list' | 'retry' | 'drop';
  readonly ids: readonly string[];
  readonly queue: string | null;
  readonly isConfirmed: boolean;
}

const CHANGES = {
  retry: { ask: 'jobsRetryAsked', done: 'jobsRetried', change: retryJobs },
  drop: { ask: 'jobsDropAsked', done: 'jobsDropped', change: dropJobs },
} as const;

/**
 * `npm run office -- jobs [QUEUE]` lists what the background has still to do and what it has given up; `jobs retry` and `jobs drop`, with ids or
 * `--queue QUEUE`, try it again at once or forget it, once the person at the terminal has said yes.
 */
export async function jobs(words: readonly string[]): Promise<void> {
  const wanted = read(words);
  await withDatabase(async (config) => {
    await withTransactions(config.databaseUrl, async (office) => {
      if (wanted.verb === 'list') await list(office, wanted.queue);
      else await change(office, wanted, CHANGES[wanted.verb]);
    });
  });
}

/** @throws LauncherRefusal `usage` */
function read(words: readonly string[]): Wanted {
  const options = { queue: { type: 'string' }, yes: { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const [first = 'list', ...ids] = positionals;
    const { queue = null, yes: isConfirmed } = values;
    if (first !== 'retry' && first !== 'drop') {
      const asked = first === 'list' ? queue : first;
      if (ids.length === 0 && !isConfirmed) return { verb: 'list', ids, queue: asked, isConfirmed };
    } else if (ids.length > 0 !== (queue !== null) && ids.every((id) => ID.test(id)))
      return { verb: first, ids, queue, isConfirmed };
  } catch {
    // What cannot be read is told below.
  }
  throw new LauncherRefusal('usage');
}

async function list({ dataSource }: OfficeAccess, queue: string | null): Promise<void> {
  const found = await unfinishedJobs(dataSource, queue, MOST_LISTED);
  for (const job of found) tell(job);
  console.log(sentence(found.length === 0 ? 'jobsNone' : 'jobsListed', { count: found.length }));
}

function tell({ id, queue, state, since, attempts, next, failure }: UnfinishedJob): void {
  console.log(`${id}  ${queue}  ${sentence(STATES[state], { since, attempts, next: next ?? '–' })}`);
  if (failure !== null) console.log(`    ${failure.replaceAll(/\s+/g, ' ')}`);
}

async function change(
  { dataSource }: OfficeAccess,
  { ids, queue, isConfirmed }: Wanted,
  { ask, done, change: make }: (typeof CHANGES)[keyof typeof CHANGES],
): Promise<void> {
  const found =
    queue === null ? await jobsNamed(dataSource, ids) : await unfinishedJobs(dataSource, queue, MOST_CHANGED);
  const idle = found.filter(({ state }) => state !== 'active');
  if (idle.length === 0) throw new LauncherRefusal('jobsNoneSuch');
  for (const job of idle) tell(job);
  if (!isConfirmed && !(await confirm(sentence(ask, { count: idle.length })))) throw new LauncherRefusal('nothingDone');
  console.log(
    sentence(done, {
      count: await make(
        dataSource,
        idle.map(({ id }) => id),
      ),
    }),
  );
}
