import type { FileView, Named } from '@patravali/contract';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { lazyPart } from '../../ui/page/lazy-part';
import { orNothing } from '../../ui/forms/use-contract-form';

export const ExplanationField = lazyPart(() => import('./ExplanationField').then((field) => field.ExplanationField));

type Clock = Named<FileView>['clock'];

/** Whether the post has kept the file so long that it must say why. */
export const isOverLimit = ({ days, limit }: Clock): boolean => days !== null && days > limit;

interface Explanation {
  /** The field, where it is asked. */
  field: ReactNode;
  /** It is asked, and nothing is said. */
  isMissing: boolean;
  /** What the request says of it. */
  said: { explanation?: string };
}

/**
 * Why the post kept the file, for an act that ends its stay there.
 * @param error what the act was refused for: the limit may have been passed since the page was read.
 */
export function useExplanation({ clock }: Named<FileView>, error: unknown): Explanation {
  const [text, setText] = useState('');
  const isRefused = error instanceof ProblemError && error.problem.code === 'explanation-needed';
  const explanation = orNothing(text);
  const isAsked = isOverLimit(clock) || isRefused;
  return {
    field: isAsked && (
      <ExplanationField clock={clock} value={text} onChange={(event) => setText(event.currentTarget.value)} />
    ),
    isMissing: isAsked && explanation === undefined,
    said: explanation === undefined ? {} : { explanation },
  };
}
