import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../../ui/page/lazy-part';
import { Waiting } from '../../ui/page/Waiting';
import { InboxBox } from '../inbox/InboxBox';

/** Most begin with the inbox: the other boxes are loaded when somebody goes there. */
const BOX_SCREENS = {
  inbox: InboxBox,
  receipts: lazyPart(() => import('../receipts/ReceiptBox').then((box) => box.ReceiptBox)),
  copies: lazyPart(() => import('../receipts/CopyBox').then((box) => box.CopyBox)),
  drafts: lazyPart(() => import('./DraftBox').then((box) => box.DraftBox)),
  sent: lazyPart(() => import('./FileBoxes').then((boxes) => boxes.SentBox)),
  'sent-receipts': lazyPart(() => import('../receipts/SentReceiptBox').then((box) => box.SentReceiptBox)),
  created: lazyPart(() => import('./FileBoxes').then((boxes) => boxes.CreatedBox)),
  closed: lazyPart(() => import('./FileBoxes').then((boxes) => boxes.ClosedBox)),
  parked: lazyPart(() => import('./ParkingBoxes').then((boxes) => boxes.ParkedBox)),
  'follow-up': lazyPart(() => import('./ParkingBoxes').then((boxes) => boxes.FollowUpBox)),
  'call-book': lazyPart(() => import('./ParkingBoxes').then((boxes) => boxes.CallBookBox)),
  below: lazyPart(() => import('./WaitingBox').then((box) => box.WaitingBox)),
  'to-sign': lazyPart(() => import('./ToSignBox').then((box) => box.ToSignBox)),
  'to-dispatch': lazyPart(() => import('./ToDispatchBox').then((box) => box.ToDispatchBox)),
  stuck: lazyPart(() => import('./UnsentLettersBox').then((box) => box.UnsentLettersBox)),
};

/** One box of the desk; the address says which. */
export function DeskPage() {
  const { box } = useParams({ from: '/office/with-navigation/desk/$box' });
  const Screen = BOX_SCREENS[box];
  return (
    <Suspense fallback={<Waiting />}>
      <Screen key={box} />
    </Suspense>
  );
}
