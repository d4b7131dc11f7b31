import type { DraftView, Named } from '@patravali/contract';
import { useEffect, useState } from 'react';
import { useActing } from '../../api/use-session';
import { opensAsForm } from './opens-as-form';

export interface Writing {
  /** The form is open. */
  isWriting: boolean;
  /** It was opened by hand, so that the keys go on in it. */
  isBegun: boolean;
  mayBegin: boolean;
  mayEnd: boolean;
  begin: () => void;
  end: () => void;
}

/** Whether the letter is read or written on its page, until the person chooses otherwise. Once approved it is read. */
export function useWriting(draft: Named<DraftView>): Writing {
  const { post } = useActing();
  const [chosen, setChosen] = useState<'letter' | 'form' | null>(null);
  const { allowedMoves, state } = draft;
  useEffect(() => {
    if (state === 'approved') setChosen(null);
  }, [state]);
  const mayChange = allowedMoves.includes('change');
  const isForm = chosen === null ? opensAsForm(draft, post.id) : chosen === 'form';
  const isWriting = mayChange && isForm;
  return {
    isWriting,
    isBegun: isWriting && chosen === 'form',
    mayBegin: mayChange && !isWriting,
    mayEnd: isWriting && (chosen === 'form' || allowedMoves.includes('approve')),
    begin: () => setChosen('form'),
    end: () => setChosen('letter'),
  };
}
