import type { Named, ReceiptRow } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { ListPage, type ListPageProps } from '../../ui/list/ListPage';
import { ReceiptPreview } from './ReceiptPreview';

interface ReceiptListPageProps<Receipt> extends Omit<ListPageProps<Receipt>, 'onOpen' | 'preview'> {
  /** They lie on other desks, and are read here. */
  elsewhere?: boolean;
}

/** Receipts, each with its scan beside the list. */
export function ReceiptListPage<Receipt extends Named<ReceiptRow>>(props: ReceiptListPageProps<Receipt>) {
  const { elsewhere = false, ...list } = props;
  const navigate = useNavigate();
  const open = ({ id: receiptId }: Receipt) =>
    void navigate({ to: '/receipts/$receiptId', params: { receiptId }, search: {} });
  return (
    <ListPage
      {...list}
      onOpen={open}
      preview={(receipt) => (
        <ReceiptPreview key={receipt.id} receipt={receipt} onOpen={() => open(receipt)} elsewhere={elsewhere} />
      )}
    />
  );
}
