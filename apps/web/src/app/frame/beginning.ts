/** With what the office begins, in one piece of the page: three would be asked for one by one. */
export { DeskPage } from '../../desk/boxes/DeskPage';
export { Shell } from './Shell';
export { WithNavigation } from './WithNavigation';
