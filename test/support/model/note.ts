import type { Decision } from '@patravali/contract';
import { isWordlessKind, oneKind } from './kinds';
import type { Written } from './steps';

/** The note in writing. */
export interface Pending extends Written {
  readonly id: number;
  colour: 'yellow' | 'green';
  readonly putUpBy: string | null;
  /** What each post last decided on it. */
  readonly decisions: Map<string, Decision | null>;
  /** Whose each of its versions is. */
  readonly versions: string[];
}

export const NO_NOTE = { paragraphs: 0, decision: null, id: 0, putUpBy: null };

export const writtenIn = ({ paragraphs, decision, ...kind }: Written): Written => ({
  paragraphs,
  decision,
  ...oneKind(kind),
});

export const saysNothing = (note: Written): boolean => isEmpty(note) || isWordlessKind(note);

export function isEmpty({ paragraphs, decision }: Written): boolean {
  return paragraphs === 0 && decision === null;
}
