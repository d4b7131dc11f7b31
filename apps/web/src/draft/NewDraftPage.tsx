import { Waiting } from '../layout/Waiting';

export function NewDraftPage() {
  return <Waiting />;
}
