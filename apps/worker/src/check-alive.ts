import { loadConfig } from '@patravali/config';
import { isAlive } from './alive';

/** Ends with 0 if the worker of this data folder lives, for the health check of its container. */
process.exit(isAlive(loadConfig(process.env).dataFolder) ? 0 : 1);
