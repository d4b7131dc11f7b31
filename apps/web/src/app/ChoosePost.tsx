import { ChoosePostPage } from '../identity/sign-in/ChoosePostPage';
import { lazyPart } from '../ui/page/lazy-part';

/** Only who holds no post loads it. */
const OwnCharges = lazyPart(() => import('../absence/OwnCharges').then((part) => part.OwnCharges));

/** Who has handed over his only post still reaches the certificate of it. */
export function ChoosePost() {
  return <ChoosePostPage withoutPost={<OwnCharges />} />;
}
