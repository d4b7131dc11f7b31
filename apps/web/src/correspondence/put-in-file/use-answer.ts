import type { Named, ReceiptView } from '@patravali/contract';
import { useState } from 'react';
import { useIssue } from '../api';
import { likelyAddressee } from './likely-addressee';

/** Which letter of ours is answered, and for which addressee: for whom its sender suggests, until another is chosen. */
export function useAnswer(receipt: Named<ReceiptView>) {
  const [issueId, setIssueId] = useState<string | null>(null);
  const [said, setSaid] = useState<number | null>(null);
  const { data } = useIssue(issueId ?? '', { enabled: issueId !== null });
  const letter = issueId === null ? undefined : data;
  const addressees = letter?.sendings.filter(({ asCopy }) => !asCopy) ?? [];
  return {
    issueId,
    letter,
    addressees,
    recipient: said ?? likelyAddressee(receipt, addressees),
    answer: (id: string | null) => {
      setIssueId(id);
      setSaid(null);
    },
    say: setSaid,
  };
}
