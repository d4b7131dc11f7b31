import { Waiting } from '../layout/Waiting';

export function FilePage() {
  return <Waiting />;
}
