import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { ProblemError } from '../api/problem-error';
import { givenUp } from '../ui/notices/use-refusal';
import { ConfirmDialog } from './ConfirmDialog';

interface Waiting {
  goOn: () => void;
  giveUp: () => void;
}

interface Confirmed {
  /** Does an act that bears the person's name: where that is asked for, he confirms first that it is he, and the act is done again. */
  run: <T>(act: () => Promise<T>) => Promise<T>;
  /** To be drawn beside what begins the act. */
  dialog: ReactNode;
}

const stop = (event: SyntheticEvent) => event.stopPropagation();

export function useConfirmed(): Confirmed {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const run = async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'confirm-needed') throw error;
      await new Promise<void>((goOn, reject) => setWaiting({ goOn, giveUp: () => reject(givenUp()) }));
      return await act();
    }
  };
  const end = (how: 'goOn' | 'giveUp') => {
    waiting?.[how]();
    setWaiting(null);
  };
  // What is typed and sent here is none of the form that it interrupts.
  const dialog = waiting && (
    <div onSubmit={stop} onKeyDown={stop}>
      <ConfirmDialog onConfirmed={() => end('goOn')} onClose={() => end('giveUp')} />
    </div>
  );
  return { run, dialog };
}
