import { useParams } from '@tanstack/react-router';
import { lazyPart } from '../../ui/page/lazy-part';
import { Waiting } from '../../ui/page/Waiting';
import { DeskBox } from '../all/DeskBox';

/** Most begin with all that waits for them: the other boxes are loaded when somebody goes there. */
const BOX_SCREENS = {
  all: DeskBox,
  inbox: lazyPart(() => import('../inbox/InboxBox').then((box) => box.InboxBox), <Waiting />),
  receipts: lazyPart(() => import('../receipts/ReceiptBox').then((box) => box.ReceiptBox), <Waiting />),
  copies: lazyPart(() => import('../receipts/OtherReceipts').then((boxes) => boxes.CopyBox), <Waiting />),
  drafts: lazyPart(() => import('./DraftBox').then((box) => box.DraftBox), <Waiting />),
  sent: lazyPart(() => import('./FileBoxes').then((boxes) => boxes.SentBox), <Waiting />),
  'sent-receipts': lazyPart(
    () => import('../receipts/OtherReceipts').then((boxes) => boxes.SentReceiptBox),
    <Waiting />,
  ),
  created: lazyPart(() => import('./FileBoxes').then((boxes) => boxes.CreatedBox), <Waiting />),
  closed: lazyPart(() => import('./FileBoxes').then((boxes) => boxes.ClosedBox), <Waiting />),
  parked: lazyPart(() => import('./ParkingBoxes').then((boxes) => boxes.ParkedBox), <Waiting />),
  'follow-up': lazyPart(() => import('./ParkingBoxes').then((boxes) => boxes.FollowUpBox), <Waiting />),
  'call-book': lazyPart(() => import('./ParkingBoxes').then((boxes) => boxes.CallBookBox), <Waiting />),
  below: lazyPart(() => import('./WaitingBox').then((box) => box.WaitingBox), <Waiting />),
  'to-sign': lazyPart(() => import('../to-sign/ToSignBox').then((box) => box.ToSignBox), <Waiting />),
  'to-dispatch': lazyPart(() => import('./ToDispatchBox').then((box) => box.ToDispatchBox), <Waiting />),
  stuck: lazyPart(() => import('./UnsentLettersBox').then((box) => box.UnsentLettersBox), <Waiting />),
};

/** One box of the desk; the address says which. */
export function DeskPage() {
  const { box } = useParams({ from: '/office/with-navigation/desk/$box' });
  const Screen = BOX_SCREENS[box];
  return <Screen key={box} />;
}
