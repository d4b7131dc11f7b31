import { useNavigate } from '@tanstack/react-router';
import { wordsInAddress } from '../notes/sheet/text/mark-words';
import { rememberOpened } from '../ui/list/neighbours';
import type { Found } from './found';
import type { OfOffice } from './OfOffice';
import { wordsOf } from './WordsFound';

/**
 * Opens what was found where it stands: a note on its sheet, turned to and with its words marked; a letter, a draft on their pages.
 * @param show what has no page of its own
 */
export function useOpenFound(show: (hit: OfOffice) => void): (found: Found) => void {
  const navigate = useNavigate();
  return (found) => {
    // Whoever comes back is at the row that he opened.
    rememberOpened(found.id);
    if (found.kind === 'file') return void navigate({ to: '/files/$fileId', params: { fileId: found.id } });
    const { hit } = found;
    switch (hit.kind) {
      case 'note':
        if (!hit.file) return;
        return void navigate({
          to: '/files/$fileId',
          params: { fileId: hit.file.id },
          search: { note: hit.ordinal ?? undefined, found: wordsInAddress(wordsOf(hit.title, hit.snippet)) },
        });
      case 'receipt':
        return void navigate({ to: '/receipts/$receiptId', params: { receiptId: hit.id } });
      case 'scan':
        if (hit.receiptId === null) return;
        return void navigate({ to: '/receipts/$receiptId', params: { receiptId: hit.receiptId } });
      case 'draft':
        return void navigate({ to: '/drafts/$draftId', params: { draftId: hit.id } });
      case 'issue':
        return void navigate({ to: '/issues/$issueId', params: { issueId: hit.id } });
      case 'person':
      case 'post':
        show(hit);
    }
  };
}
