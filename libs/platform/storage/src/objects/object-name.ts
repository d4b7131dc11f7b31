import { isSha256, type Sha256 } from './sha256';

/** All objects stand under this prefix, so that a bucket or folder may hold other things too. */
export const OBJECTS = 'objects';

/** Where objects lie that a sweep has set aside, under the same names. */
export const SET_ASIDE = 'set-aside';

/** The one file beside the objects: what the office has noted of the store. */
export const MARKER = 'store-generation.json';

const NAMED = /^log\/[\w.-]+(\/[\w.-]+)*$/;

/** What is kept under a name and not under a hash lies in a folder of its own, so that no name reaches anything else. */
export function ownName(name: string): string {
  if (!NAMED.test(name) || name.split('/').some((part) => /^\.+$/.test(part))) throw new Error(`${name} is no name`);
  return name;
}

type Place = typeof OBJECTS | typeof SET_ASIDE;

/** `objects/ab/cdef…`: 256 folders keep each one small. */
export function nameOf(sha256: Sha256, place: Place = OBJECTS): string {
  return `${place}/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
}

/** The hash an object's name stands for, or null for a name that is not ours. */
export function hashOf(name: string): Sha256 | null {
  const [, head, tail] = /^(?:objects|set-aside)\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(name) ?? [];
  const hash = `${head ?? ''}${tail ?? ''}`;
  return isSha256(hash) ? hash : null;
}
