import type { Actor } from '@patravali/authorization';
import { type AskedForm, isBundle, markingInBoth, prepares } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/**
 * A personal assistant has PDFs made of what he may read; an evidence bundle leaves the office in its name, and is made by whoever
 * answers for it. @throws Refusal `not-for-assistants`
 */
export function refuseBundleOfAssistant({ capacity, post }: Actor, form: AskedForm): void {
  if (prepares(capacity) && isBundle(form)) throw new Refusal('not-for-assistants', { post: markingInBoth(post) });
}
