import { Waiting } from '../layout/Waiting';

export function ReceiptPage() {
  return <Waiting />;
}
