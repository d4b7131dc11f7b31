import { Waiting } from '../layout/Waiting';

export function RegisterPage() {
  return <Waiting />;
}
