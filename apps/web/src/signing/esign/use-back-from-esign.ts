import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Answer } from '@patravali/contract';
import { useCommand } from '../../api/use-command';

interface BackFromESign {
  letterId: string;
  onSigned: (signed: Answer<'completeESign'>) => Promise<void>;
  onFail: (failure: unknown) => void;
}

/** Once the eSign service has sent the browser back, asks what has become of the letter. @returns whether that is being asked. */
export function useBackFromESign({ letterId, onSigned, onFail }: BackFromESign): boolean {
  const { esign } = useSearch({ from: '/office/letters-to-sign/$issueId' });
  const navigate = useNavigate();
  const complete = useCommand('completeESign');
  const asked = useRef(false);
  const ask = async () => {
    // Whoever loads the page again has not come back once more.
    const search = { esign: undefined };
    await navigate({ to: '/letters-to-sign/$issueId', params: { issueId: letterId }, search, replace: true });
    await onSigned(await complete.mutateAsync({ params: { letterId } }));
  };
  useEffect(() => {
    if (esign !== 'back' || asked.current) return;
    asked.current = true;
    void ask().catch(onFail);
  });
  return complete.isPending;
}
