import { Suspense } from 'react';
import { lazyPart } from '../../ui/page/lazy-part';

const TextsSideBySide = lazyPart(() => import('./TextsSideBySide').then((part) => part.TextsSideBySide));

/** Shows both texts when another window has saved a newer one; nothing is overwritten unseen. */
export const StaleText: typeof TextsSideBySide = (props) => (
  <Suspense fallback={null}>
    <TextsSideBySide {...props} />
  </Suspense>
);
