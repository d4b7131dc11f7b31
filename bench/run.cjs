/** Runs a benchmark from the sources: `node bench/run.cjs` or `node bench/run.cjs memory.ts`. */
const Module = require('node:module');
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '..');
const configFile = join(root, '.swcrc');
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, configFile });
  module._compile(code, filename);
};
const find = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const name = /^@patravali\/([\w-]+)$/.exec(request)?.[1];
  return find(name ? sourceOf(name) : request, ...rest);
};
/** What the browser of the tests takes from the worker of a suite: here from this process. */
const requiredByWorker = Module.createRequire(join(root, 'test', 'package.json'));
Object.assign(globalThis, { keptByWorker: new Map(), requiredByWorker });
require(resolve(__dirname, process.argv[2] ?? 'run.ts'));

function sourceOf(name) {
  const places = ['platform', 'office', ''].map((floor) => join(root, 'libs', floor, name, 'src', 'index.ts'));
  return places.find((path) => existsSync(path));
}
