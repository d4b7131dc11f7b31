import { useNavigate } from '@tanstack/react-router';
import { wordsInAddress } from '../ui/page/found-in-address';
import { rememberOpened } from '../ui/list/neighbours';
import type { Found } from './found';
import type { OfOffice } from './OfOffice';
import { placeOfScan, wordsOf } from './WordsFound';

/**
 * Opens what was found where it stands: a note on its sheet, turned to and with its words marked; a letter at the page of its scan, a draft on its own.
 * @param show what has no page of its own
 */
export function useOpenFound(show: (hit: OfOffice) => void): (found: Found) => void {
  const navigate = useNavigate();
  return (found) => {
    // Whoever comes back is at the row that he opened.
    rememberOpened(found.id);
    if (found.kind === 'file') return void navigate({ to: '/files/$fileId', params: { fileId: found.id } });
    const { hit } = found;
    const words = wordsInAddress(wordsOf(hit.title, hit.snippet));
    switch (hit.kind) {
      case 'note':
        if (!hit.file) return;
        return void navigate({
          to: '/files/$fileId',
          params: { fileId: hit.file.id },
          search: { note: hit.ordinal ?? undefined, found: words },
        });
      case 'receipt':
        return void navigate({ to: '/receipts/$receiptId', params: { receiptId: hit.id } });
      case 'scan':
        if (hit.receiptId === null) return;
        return void navigate({
          to: '/receipts/$receiptId',
          params: { receiptId: hit.receiptId },
          search: placeOfScan(hit),
        });
      case 'draft':
        return void navigate({ to: '/drafts/$draftId', params: { draftId: hit.id } });
      case 'issue':
        return void navigate({ to: '/issues/$issueId', params: { issueId: hit.id }, search: { found: words } });
      case 'person':
      case 'post':
        show(hit);
    }
  };
}
