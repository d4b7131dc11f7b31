import { lazyPart } from '../../ui/page/lazy-part';

/** Shows both texts when another window has saved a newer one; nothing is overwritten unseen. */
export const StaleText = lazyPart(() => import('./TextsSideBySide').then((part) => part.TextsSideBySide));
