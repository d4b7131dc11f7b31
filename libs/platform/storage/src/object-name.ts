import { isSha256, type Sha256 } from './sha256';

/** All objects stand under this prefix, so that a bucket or folder may hold other things too. */
export const OBJECTS = 'objects';

/** `objects/ab/cdef…`: 256 folders keep each one small. */
export function nameOf(sha256: Sha256): string {
  return `${OBJECTS}/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
}

/** The hash an object's name stands for, or null for a name that is not ours. */
export function hashOf(name: string): Sha256 | null {
  const [, head, tail] = /^objects\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(name) ?? [];
  const hash = `${head ?? ''}${tail ?? ''}`;
  return isSha256(hash) ? hash : null;
}
