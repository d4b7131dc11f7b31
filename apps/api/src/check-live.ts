import { loadConfig } from '@patravali/config';
import { isLive } from './health/is-live';

/** Ends with 0 if the server on this machine answers, for the health check of its container. */
void isLive(loadConfig(process.env).port).then((live) => process.exit(live ? 0 : 1));
