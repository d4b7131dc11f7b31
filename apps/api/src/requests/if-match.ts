import type { OperationParts } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/**
 * The version that the person was looking at, from `If-Match: "7"`; undefined when the header is absent or `*`.
 * @throws Refusal `changed-meanwhile` for what is no version, `version-needed` when it is required and absent.
 */
export function readIfMatch(header: string | undefined, rule: OperationParts['ifMatch']): number | undefined {
  if (rule === undefined) return undefined;
  const version = versionOf(header?.trim());
  if (version === undefined && rule === 'required') throw new Refusal('version-needed');
  return version;
}

function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version === undefined) throw new Refusal('changed-meanwhile');
  return Number(version);
}
