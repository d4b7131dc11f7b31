import { FILE_STATES, type FileState } from '@patravali/contract';

/** What the files that somebody looks for have in common, as the address says it. Only an auditor has more than words and state. */
export interface FileFilters {
  q?: string | undefined;
  state?: FileState | undefined;
  unitId?: string | undefined;
  headId?: string | undefined;
  categoryId?: string | undefined;
  holderId?: string | undefined;
  openedFrom?: string | undefined;
  openedTo?: string | undefined;
  longerThan?: number | undefined;
}

/** Which events an auditor looks for. */
export interface EventFilters {
  person?: string | undefined;
  postId?: string | undefined;
  name?: string | undefined;
  number?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Which security events an administrator looks for. */
export interface SecurityFilters {
  username?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** How a sample is drawn. */
export interface SampleFilters {
  seed?: string | undefined;
  size?: number | undefined;
  day?: string | undefined;
  unitId?: string | undefined;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NAME = /^[a-z]+\.[a-z_]+$/;
const WORD = /^[a-z_]+$/;
const MOST = 9999;

/** The router reads a number in the address as a number. */
export const textOf = (value: unknown) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;
export const like = (pattern: RegExp, value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const countOf = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST ? value : undefined;

/** What does not fit is left out. */
export function readFileFilters(address: Record<string, unknown>): FileFilters {
  return {
    q: textOf(address.q),
    state: FILE_STATES.find((state) => state === address.state),
    unitId: like(ID, address.unitId),
    headId: like(ID, address.headId),
    categoryId: like(ID, address.categoryId),
    holderId: like(ID, address.holderId),
    openedFrom: like(DAY, address.openedFrom),
    openedTo: like(DAY, address.openedTo),
    longerThan: countOf(address.longerThan),
  };
}

export function readEventFilters(address: Record<string, unknown>): EventFilters {
  return {
    person: textOf(address.person),
    postId: like(ID, address.postId),
    name: like(NAME, address.name),
    number: textOf(address.number),
    from: like(DAY, address.from),
    to: like(DAY, address.to),
  };
}

export function readSecurityFilters(address: Record<string, unknown>): SecurityFilters {
  return {
    username: textOf(address.username),
    kind: like(WORD, address.kind),
    from: like(DAY, address.from),
    to: like(DAY, address.to),
  };
}

export function readSampleFilters(address: Record<string, unknown>): SampleFilters {
  return {
    seed: textOf(address.seed),
    size: countOf(address.size),
    day: like(DAY, address.day),
    unitId: like(ID, address.unitId),
  };
}
