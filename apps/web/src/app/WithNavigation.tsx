import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FirstSteps } from '../desk/first-steps/FirstSteps';
import { DeskNavigation } from '../desk/DeskNavigation';
import classes from './WithNavigation.module.css';

/** A page with the desk's boxes on its left. */
export function WithNavigation() {
  return (
    <div ref={useFocusOnArrival()} className={classes.frame}>
      <DeskNavigation />
      <div className={classes.place}>
        <FirstSteps />
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
    const place = frame.current?.querySelector('main');
    if (!place || document.activeElement?.closest('nav') == null) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }, [arrival]);
  return frame;
}
