import { Waiting } from '../layout/Waiting';

export function IssuePage() {
  return <Waiting />;
}
