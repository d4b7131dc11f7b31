import type { Named, ReceiptRow } from '@patravali/contract';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { showRefusal } from '../../ui/notices/announcements';
import type { Selection } from '../../ui/list/selection';
import type { Refused } from '../../bulk/api';
import { CloseReceiptsDialog } from './CloseReceiptsDialog';
import { ForwardReceiptsDialog } from './ForwardReceiptsDialog';
import { OpenDialog } from '../../bulk/OpenDialog';
import { Selected } from '../../bulk/Selected';
import type { Thing } from '../../bulk/thing';

/** The selected receipts. */
export function SelectedReceipts({ selection: { items, set } }: { selection: Selection<Named<ReceiptRow>> }) {
  const { t, diaryNumber } = useTranslations('bulk');
  const isOfficer = useActing().post.roles.includes('officer');
  return (
    <Selected
      of="receipts"
      things={items.map((receipt) => ({ id: receipt.id, number: diaryNumber(receipt), subject: receipt.subject }))}
      set={set}
      tellRefused={tellRefused}
      acts={[
        { keys: 'f', label: t('bulk.forward'), Dialog: ForwardReceiptsDialog },
        { keys: 'o', label: t('bulk.receipts.open'), Dialog: OpenDialog },
        ...(isOfficer ? [{ keys: 'shift+x', label: t('receiptMove.close'), Dialog: CloseReceiptsDialog }] : []),
      ]}
    />
  );
}

/** A receipt that is refused mostly lies on another desk by then, and is gone from this list: for each reason, which ones. */
function tellRefused(refused: Refused, things: readonly Thing[]): void {
  for (const why of new Set(refused.values())) {
    const numbers = things.filter(({ id }) => refused.get(id) === why).map(({ number }) => number);
    showRefusal(`${numbers.join(', ')}: ${why}`);
  }
}
