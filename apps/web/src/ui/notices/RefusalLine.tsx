import type { ComponentProps } from 'react';
import { useSentence } from './use-refusal';

/** Says what an act or a question was refused for; nothing where it was not. */
export function RefusalLine({ error, ...line }: ComponentProps<'p'> & { error: unknown }) {
  const sentence = useSentence();
  return error == null ? null : (
    <p role="alert" {...line}>
      {sentence(error)}
    </p>
  );
}
