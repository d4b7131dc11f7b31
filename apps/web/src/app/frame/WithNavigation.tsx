import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { DeskNavigation } from '../../desk/navigation/DeskNavigation';
import { useActing } from '../../api/use-session';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from './WithNavigation.module.css';

/** Only the demo office loads it. */
const FirstSteps = lazyPart(() => import('../../desk/first-steps/FirstSteps').then((card) => card.FirstSteps));
/** Only administrators load it. */
const OfficeTroubles = lazyPart(() =>
  import('../../organisation/OfficeTroubles').then((troubles) => troubles.OfficeTroubles),
);
/** Where people begin: lists of work, and the posts. A register or a form has the page to itself. */
const BEGINNINGS = /^\/(desk\/|search|people)/;

/** A page with the desk's boxes on its left. */
export function WithNavigation() {
  const { session, post } = useActing();
  const begins = useRouterState({ select: ({ location }) => BEGINNINGS.test(location.pathname) });
  return (
    <div ref={useFocusOnArrival()} className={classes.frame}>
      <DeskNavigation />
      <div className={classes.place}>
        {session.demo && begins && <FirstSteps />}
        {post.roles.includes('administrator') && begins && <OfficeTroubles />}
        <Outlet />
      </div>
    </div>
  );
}

/** Whoever chose a place in the menu goes on in that place: the keys that follow belong to it, not to the link. */
function useFocusOnArrival() {
  const frame = useRef<HTMLDivElement>(null);
  const arrival = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.state.__TSR_key });
  useEffect(() => {
    const main = frame.current?.querySelector('main');
    // A box that is shown for the first time is still being loaded, and the one before is hidden: then the place has the focus.
    const place = main?.checkVisibility() ? main : frame.current?.lastElementChild;
    if (!(place instanceof HTMLElement) || document.activeElement?.closest('nav') == null) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }, [arrival]);
  return frame;
}
