import type { ActiveContent } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/**
 * For an office that takes no PDF which acts by itself or hides other files. A link alone does nothing until it is
 * followed, and half of all PDFs from a word processor have one: it is labelled and not refused.
 * @throws Refusal `pdf-active`
 */
export function refuseActing(active: readonly ActiveContent[]): void {
  const found = active.filter((each) => each !== 'link');
  if (found.length > 0) throw new Refusal('pdf-active', { found });
}
