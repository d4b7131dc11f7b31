import { Waiting } from '../layout/Waiting';

export function DraftPage() {
  return <Waiting />;
}
