import * as contract from '@patravali/contract';
import { routesOf } from '../../../apps/web/routes';

/** What the page's build computes as `virtual:routes`. */
export const { ROUTES } = routesOf(contract);
