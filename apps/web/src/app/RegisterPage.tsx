import { useParams } from '@tanstack/react-router';
import { DiaryRegister } from '../dak/register/DiaryRegister';
import { DispatchRegister } from '../dispatch/register/DispatchRegister';
import { DraftRegister } from '../drafts/DraftRegister';

const REGISTER_SCREENS = { diary: DiaryRegister, dispatch: DispatchRegister, drafts: DraftRegister };

/** The diary of what came in, the register of what went out, or the drafts of what shall. */
export function RegisterPage() {
  const { register } = useParams({ from: '/office/with-navigation/registers/$register' });
  const Screen = REGISTER_SCREENS[register];
  return <Screen />;
}
