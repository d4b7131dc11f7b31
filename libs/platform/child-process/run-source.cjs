/**
 * Runs a TypeScript file of this room as it stands: `node run-source.cjs src/press-child.ts`. For tests only: there the
 * press is started from the sources, and Node's own type stripping does not find imports without an extension. The
 * build compiles the same file and never needs this one.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const configFile = join(__dirname, '..', '..', '..', '.swcrc');
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, configFile });
  module._compile(code, filename);
};
require(process.argv[2]);
