import type { Named, ReceiptRow } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ListPage, type ListPageProps } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { ReceiptPreview } from './ReceiptPreview';

interface ReceiptListPageProps<Receipt> extends Omit<ListPageProps<Receipt>, 'onOpen' | 'row' | 'preview'> {
  /** The third line of a row. */
  about: (receipt: Receipt) => ReactNode;
  aside: (receipt: Receipt) => ReactNode;
  badges?: (receipt: Receipt) => ReactNode;
  isUnread?: (receipt: Receipt) => boolean;
  /** They lie on other desks, and are read here. */
  elsewhere?: boolean;
}

/** Receipts, each with its scan beside the list. */
export function ReceiptListPage<Receipt extends Named<ReceiptRow>>(props: ReceiptListPageProps<Receipt>) {
  const { about, aside, badges, isUnread, elsewhere = false, ...list } = props;
  const navigate = useNavigate();
  const open = ({ id: receiptId }: Receipt) =>
    void navigate({ to: '/receipts/$receiptId', params: { receiptId }, search: {} });
  return (
    <ListPage
      {...list}
      onOpen={open}
      row={(receipt) => (
        <Row
          of={{ ...receipt, number: receipt.diaryNumber }}
          unread={isUnread?.(receipt) ?? false}
          badges={badges?.(receipt)}
          about={about(receipt)}
          aside={aside(receipt)}
        />
      )}
      preview={(receipt) => (
        <ReceiptPreview key={receipt.id} receipt={receipt} onOpen={() => open(receipt)} elsewhere={elsewhere} />
      )}
    />
  );
}
