import { Waiting } from '../layout/Waiting';

export function SearchPage() {
  return <Waiting />;
}
