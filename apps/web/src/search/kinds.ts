import { SEARCH_KINDS } from '@patravali/contract';

/** What is looked for, in the order in which it is told: files first. */
export const KINDS = ['file', ...SEARCH_KINDS] as const;
export type Kind = (typeof KINDS)[number];

export const readKind = (kind: string | undefined): Kind | undefined => KINDS.find((one) => one === kind);
