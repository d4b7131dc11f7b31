import type { DeskItem, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';

/** Opens whatever lies on the desk on the page of its kind. */
export function useOpenItem(): (item: Named<DeskItem>) => void {
  const navigate = useNavigate();
  return ({ kind, id }) => {
    switch (kind) {
      case 'file':
        return void navigate({ to: '/files/$fileId', params: { fileId: id } });
      case 'receipt':
      case 'copy':
        return void navigate({ to: '/receipts/$receiptId', params: { receiptId: id }, search: {} });
      case 'letter':
        return void navigate({ to: '/letters-to-sign/$issueId', params: { issueId: id } });
      case 'question':
        return void navigate({ to: '/consultations/$consultedId', params: { consultedId: id } });
      case 'discussion':
        return void navigate({ to: '/desk/discussions', search: { note: id } });
    }
  };
}
