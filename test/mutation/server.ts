import { sharedServerUrl } from '../support/database/cluster';

/**
 * Starts the server that all tests share before Stryker begins: whatever a process of Stryker starts ends with it, and
 * Stryker ends its processes whenever a breakage made a test hang.
 */
sharedServerUrl().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
