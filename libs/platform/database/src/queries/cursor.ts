import type { PageRows } from '@patravali/contract-base';
import { Refusal } from '@patravali/errors';

/** The opaque place in a list from which the next page goes on: the sort key of the last row shown. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** @throws Refusal `invalid-input` if it was not made by `encodeCursor` with as many parts of these kinds. */
export function decodeCursor(cursor: string, parts: readonly ('string' | 'number')[]): (string | number)[] {
  const key = parse(cursor);
  const fits = Array.isArray(key) && key.length === parts.length && parts.every((kind, i) => typeof key[i] === kind);
  if (!fits) throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/cursor', detail: 'cursor' }] });
  return key as (string | number)[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** One page out of `limit + 1` rows: the extra row only says that there is a next page. */
export function toPage<R, T>(
  rows: R[],
  limit: number,
  view: (row: R) => T,
  keyOf: (row: R) => (string | number | null)[],
): PageRows<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
