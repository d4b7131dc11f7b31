import { Outlet } from '@tanstack/react-router';
import { DeskNavigation } from '../desk/DeskNavigation';
import classes from './WithNavigation.module.css';

/** A page with the desk's boxes on its left. */
export function WithNavigation() {
  return (
    <div className={classes.frame}>
      <DeskNavigation />
      <Outlet />
    </div>
  );
}
