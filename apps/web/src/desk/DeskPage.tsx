import { Waiting } from '../layout/Waiting';

export function DeskPage() {
  return <Waiting />;
}
