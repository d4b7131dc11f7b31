import type { Problem } from '@patravali/contract';
import type { FormErrors } from '@mantine/form';
import type { z } from 'zod';
import type { Translations } from '../../language/use-translations';
import { issueSentence } from './issue-sentence';

/** The sentence about each field that does not fit, by its path: `forward.dueOn`, `addressees.0.email`. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], translations: Pick<Translations, 't'>): FormErrors {
  const errors: FormErrors = {};
  for (const issue of issues) errors[issue.path.map(String).join('.')] ??= issueSentence(issue, translations);
  return errors;
}

/**
 * The fields that a refusal is about. A refusal with a sentence of its own only marks them: the sentence is shown once,
 * at the foot of the form.
 * @param within the part of the request that the form fills in, such as `forward`
 */
export function refusedFields(problem: Problem, within?: string): FormErrors {
  const errors: FormErrors = {};
  const beginning = within === undefined ? '#/' : `#/${within}/`;
  for (const { pointer, detail } of problem.errors ?? [])
    if (pointer.startsWith(beginning))
      errors[pointer.slice(beginning.length).replaceAll('/', '.')] = problem.code === 'invalid-input' ? detail : true;
  return errors;
}
