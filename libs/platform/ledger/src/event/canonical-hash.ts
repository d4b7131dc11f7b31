import { hash } from 'node:crypto';

/**
 * SHA-256 (hex) of a value's canonical JSON: keys sorted by code unit, no spaces, strings in NFC. The same value gives
 * the same hash whatever order its keys were written or stored in.
 */
export const canonicalHash = (value: unknown): string => hash('sha256', canonicalJson(value), 'hex');

export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort())
    if (members[key] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(members[key])}`;
  return `{${text}}`;
}
