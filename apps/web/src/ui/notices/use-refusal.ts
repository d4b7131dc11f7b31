import { useEffect, useRef } from 'react';
import { ProblemError, Unreachable } from '../../api/problem-error';
import { useTranslations } from '../../language/use-translations';
import { dismiss, showRefusal } from './announcements';

/** Whoever closes the dialog that an act needs has given the act up, of which nothing is told. */
export const givenUp = (): DOMException => new DOMException('given up', 'AbortError');

export const isGivenUp = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** What the page itself does not do, with the sentence that says why. */
export class OwnRefusal extends Error {}

/** Makes the sentence that a person reads out of whatever went wrong: the server's own if it gave one. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslations();
  return (error) => {
    if (error instanceof ProblemError) return error.problem.detail;
    if (error instanceof Unreachable) return t('page.unreachable');
    if (error instanceof OwnRefusal) return error.message;
    return t('page.unexpected');
  };
}

/** What is over as soon as the next act succeeds: marked entries have been corrected, the server is there again. */
const canBeMended = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ProblemError && error.problem.code === 'invalid-input');

/** Shows what went wrong as a notice; give it to a mutation's `onError`. @returns what takes the notice away, once its cause is gone. */
export function useRefusal(): (error: unknown) => () => void {
  const sentence = useSentence();
  return (error) => {
    if (isGivenUp(error)) return () => undefined;
    const notice = showRefusal(sentence(error), canBeMended(error));
    return () => dismiss(notice);
  };
}

/**
 * The same for an act whose refusal goes with its cause.
 * @param cause what was to be done, as a text: once that is another, the refusal says nothing of it.
 */
export function useRefusalOf(cause: string): (error: unknown) => void {
  const refuse = useRefusal();
  const shown = useRef<() => void>(null);
  useEffect(() => {
    shown.current?.();
    shown.current = null;
  }, [cause]);
  return (error) => {
    shown.current = refuse(error);
  };
}
