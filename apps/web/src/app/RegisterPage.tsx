import { useParams } from '@tanstack/react-router';
import { DiaryRegister } from '../dak/DiaryRegister';
import { DispatchRegister } from '../dispatch/DispatchRegister';

/** The diary of what came in, or the register of what went out. */
export function RegisterPage() {
  const { register } = useParams({ from: '/office/with-navigation/registers/$register' });
  return register === 'diary' ? <DiaryRegister /> : <DispatchRegister />;
}
