import type { Named, ReceiptRow } from '@patravali/contract';
import type { Selection } from '../../ui/list/selection';
import { ForwardReceiptsDialog } from './ForwardReceiptsDialog';
import { OpenDialog } from './OpenDialog';
import { Selected } from './Selected';
import { useBulkWords } from './use-bulk-words';

/** The selected receipts. */
export function SelectedReceipts({ selection: { items, set } }: { selection: Selection<Named<ReceiptRow>> }) {
  const say = useBulkWords();
  return (
    <Selected
      of="receipts"
      things={items.map(({ id, diaryNumber, subject }) => ({ id, number: diaryNumber, subject }))}
      set={set}
      acts={[
        { keys: 'f', label: say('bulk.forward'), Dialog: ForwardReceiptsDialog },
        { keys: 'o', label: say('bulk.receipts.open'), Dialog: OpenDialog },
      ]}
    />
  );
}
