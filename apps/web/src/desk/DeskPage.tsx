import { useParams } from '@tanstack/react-router';
import { DraftBox } from './DraftBox';
import { ClosedBox, CreatedBox, SentBox } from './FileBoxes';
import { InboxBox } from './InboxBox';
import { ReceiptBox } from './ReceiptBox';
import { CallBookBox, FollowUpBox, ParkedBox } from './SetAsideBoxes';
import { ToDispatchBox } from './ToDispatchBox';

const BOX_SCREENS = {
  inbox: InboxBox,
  receipts: ReceiptBox,
  drafts: DraftBox,
  sent: SentBox,
  created: CreatedBox,
  closed: ClosedBox,
  parked: ParkedBox,
  'follow-up': FollowUpBox,
  'call-book': CallBookBox,
  'to-dispatch': ToDispatchBox,
};

/** One box of the desk; the address says which. */
export function DeskPage() {
  const { box } = useParams({ from: '/office/with-navigation/desk/$box' });
  const Screen = BOX_SCREENS[box];
  return <Screen key={box} />;
}
