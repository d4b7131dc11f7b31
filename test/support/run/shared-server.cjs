/** The PostgreSQL that all suites of a run share: whichever worker has started it, it works for the others too. */
const { globSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** @returns its process, as it is noted where its data lie; undefined while there is none. */
exports.sharedServerIn = (folder) => {
  const [file] = globSync('databases/shared-*/*/postmaster.pid', { cwd: folder });
  if (!file) return undefined;
  try {
    return Number(readFileSync(join(folder, file), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
};
