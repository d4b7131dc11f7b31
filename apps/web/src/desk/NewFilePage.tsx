import { Waiting } from '../layout/Waiting';

export function NewFilePage() {
  return <Waiting />;
}
