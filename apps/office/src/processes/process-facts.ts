import { readdirSync, readFileSync } from 'node:fs';

/** Places of proc_pid_stat(5), counted from the state, which stands behind the name of the program. */
const [STATE, FLAGS, STARTED] = [0, 6, 19];
const IS_PART_OF_THE_SYSTEM = 0x0020_0000;
const ENDED = 'Z';

/** What Linux tells of a process; other systems tell nothing. Two with one id, one after the other, differ in when they started. */
export interface ProcessFacts {
  readonly id: number;
  readonly state: string;
  readonly startedAt: string;
  readonly words: readonly string[];
  readonly isPartOfTheSystem: boolean;
}

export function factsOf(id: number): ProcessFacts | undefined {
  const stat = told(id, 'stat');
  if (stat === '') return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    id,
    state: fields[STATE] ?? '',
    startedAt: fields[STARTED] ?? '',
    words: told(id, 'cmdline').split('\0').filter(Boolean),
    isPartOfTheSystem: (Number(fields[FLAGS]) & IS_PART_OF_THE_SYSTEM) !== 0,
  };
}

/** Every process of this machine; none where the system does not tell. */
export function processIds(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/**
 * Whether it has not given back yet what it held. One that was killed loses its words first and its sockets later; the first
 * of its threads may be over before the others are.
 */
export function isThere({ id, startedAt }: Pick<ProcessFacts, 'id' | 'startedAt'>): boolean {
  const now = factsOf(id);
  if (now?.startedAt !== startedAt) return false;
  return now.state !== ENDED || threadStates(id).length > 1;
}

/** Whether it was killed and is not gone yet; nobody can say any more which program it was. */
export function isEnding(id: number): boolean {
  const facts = factsOf(id);
  return facts?.words.length === 0 && !facts.isPartOfTheSystem && isThere(facts);
}

/** The state of each of its threads. */
export function threadStates(id: number): string[] {
  try {
    return readdirSync(`/proc/${id}/task`).flatMap((thread) => {
      const stat = told(id, `task/${thread}/stat`);
      return stat === '' ? [] : [stat.charAt(stat.lastIndexOf(')') + 2)];
    });
  } catch {
    return [];
  }
}

/** A variable of the environment it was started with; undefined where we may not look. */
export function variableOf(id: number, name: string): string | undefined {
  return told(id, 'environ')
    .split('\0')
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** It may have ended meanwhile: then it need not be told. */
export function tell(id: number, signal: NodeJS.Signals): void {
  try {
    // 0 would mean our own.
    if (id > 0) process.kill(id, signal);
  } catch {
    // It is gone.
  }
}

function told(id: number, what: string): string {
  try {
    return readFileSync(`/proc/${id}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
