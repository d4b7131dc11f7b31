import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { DeskNavigation } from '../../desk/navigation/DeskNavigation';
import { PlaceTabs } from '../../desk/navigation/PlaceTabs';
import { usePlaces } from '../../desk/navigation/use-places';
import { useActing } from '../../api/use-session';
import { ListTabs } from '../../ui/list/list-tabs';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from './WithNavigation.module.css';

/** Only the demo office loads it. */
const FirstSteps = lazyPart(() => import('../../desk/first-steps/FirstSteps').then((steps) => steps.FirstSteps));
/** Only administrators load it. */
const OfficeTroubles = lazyPart(() =>
  import('../../organisation/OfficeTroubles').then((troubles) => troubles.OfficeTroubles),
);
/** Where people begin: lists of work, and the posts. A register or a form has the page to itself. */
const BEGINNINGS = /^\/(desk\/|search|people)/;
/** Pages that lay the tabs of their place above their rows themselves. */
const LISTS = '/desk/';

/** A page with the menu on its left; with the tabs of its place above it, or above its list. */
export function WithNavigation() {
  const { session, post } = useActing();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const begins = BEGINNINGS.test(pathname);
  const isList = pathname.startsWith(LISTS);
  const { shown } = usePlaces();
  const tabs = shown && shown.tabs.length > 1 ? <PlaceTabs place={shown} /> : null;
  return (
    <div ref={useFocusOnArrival()} className={classes.frame}>
      <DeskNavigation />
      <div className={classes.steps}>{session.demo && begins && <FirstSteps />}</div>
      <div className={classes.place}>
        {post.roles.includes('administrator') && begins && <OfficeTroubles />}
        {tabs && !isList && <div className={classes.tabs}>{tabs}</div>}
        <ListTabs value={isList ? tabs : null}>
          <Outlet />
        </ListTabs>
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
