import type { CopiedReceipt, Named, ReceiptRow } from '@patravali/contract';
import type { ReactNode } from 'react';
import { HowReceiptCame } from '../../dak/moves/HowReceiptCame';
import { useTranslations } from '../../language/use-translations';
import { DaysWithMe, Due } from '../../ui/Badges';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';

interface ReceiptOnDeskRowProps {
  receipt: Named<ReceiptRow>;
  /** Beside the number. */
  badges?: ReactNode;
}

/** A receipt that lies on one's own desk. */
export function ReceiptOnDeskRow({ receipt, badges }: ReceiptOnDeskRowProps) {
  const { t, marking, diaryNumber } = useTranslations();
  const { dueOn, since, unread, senderName, from, action } = receipt;
  return (
    <Row
      of={{ ...receipt, number: diaryNumber(receipt) }}
      unread={unread}
      badges={
        <>
          {badges}
          <HowReceiptCame receipt={receipt} />
        </>
      }
      about={[senderName, marking(from), action && t(`action.${action}`)].filter(Boolean).join(' · ')}
      aside={dueOn === null ? <DaysWithMe since={since} /> : <Due dueOn={dueOn} />}
    />
  );
}

interface CopyRowProps {
  receipt: Named<CopiedReceipt>;
  /** Beside the number. */
  badges?: ReactNode;
}

/** A receipt of which this desk has a copy, to be read. */
export function CopyRow({ receipt, badges }: CopyRowProps) {
  const { t, marking, diaryNumber } = useTranslations('receipt-moves');
  const { senderName, copy } = receipt;
  return (
    <Row
      of={{ ...receipt, number: diaryNumber(receipt) }}
      unread={copy.seenAt === null}
      badges={badges}
      about={[senderName, t('receiptMoves.copyFrom', { post: marking(copy.from) })].join(' · ')}
      aside={<Time at={copy.at} form="dayShort" />}
    />
  );
}
