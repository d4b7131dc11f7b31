import type { Written } from '../model/steps';

/** It says nothing and decides nothing. */
export function isSilent({ paragraphs, decision }: Written): boolean {
  return paragraphs === 0 && decision === null;
}
