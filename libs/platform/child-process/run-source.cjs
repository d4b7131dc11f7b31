/**
 * Runs a TypeScript file as it stands: `node run-source.cjs /path/of/a-child.ts`. For tests only: there child processes
 * are started from the sources, and Node's own type stripping finds neither imports without an extension nor
 * `@patravali/…`. The build compiles the same file and never needs this one.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '..', '..', '..');
const configFile = join(root, '.swcrc');
const OWN = '@patravali/';

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request.startsWith(OWN) ? sourceOf(request.slice(OWN.length)) : resolveFilename.call(Module, request, ...rest);

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, configFile });
  module._compile(code, filename);
};
require(process.argv[2]);

function sourceOf(name) {
  const places = ['platform', 'office', ''].map((floor) => join(root, 'libs', floor, name, 'src', 'index.ts'));
  return places.find((path) => existsSync(path));
}
