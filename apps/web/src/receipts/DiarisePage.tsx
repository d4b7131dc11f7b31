import { Waiting } from '../layout/Waiting';

export function DiarisePage() {
  return <Waiting />;
}
