/**
 * What the suites of one worker share: the packages and the sources of the product, which Node itself loads once. Compiling some two thousand
 * modules anew for each suite costs more than the tests in it. Specs and `test/support` are still Jest's own, anew for each.
 */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { tmpdir, userInfo } = require('node:os');
const { dirname, join, sep } = require('node:path');

const ROOT = join(__dirname, '..', '..', '..');
const PACKAGES = `${sep}node_modules${sep}`;
const SOURCES = /[/\\](?:libs|apps)[/\\].*[/\\](?:src|contract)[/\\]/;
const TESTS = /\.(?:spec|contract)\.tsx?$/;
const FLOORS = ['platform', 'office', ''];
const CACHE = join(tmpdir(), `patravali-compiled-${userInfo().uid}`);

/** By file, where the map stands from which stack traces take their lines. */
const sourceMaps = new Map();
const requires = new Map();
let loads = false;

exports.sourceMaps = sourceMaps;

exports.isPackage = (path) => path.includes(PACKAGES);
exports.isKept = (path) => exports.isPackage(path) || (SOURCES.test(path) && !TESTS.test(path));

/** As `require(name)` would answer in that file, from the modules that the worker keeps. */
exports.requireKept = (from, name) => {
  if (!loads) loadSourcesToo();
  const folder = dirname(from);
  if (!requires.has(folder)) requires.set(folder, Module.createRequire(join(folder, 'any.js')));
  return requires.get(folder)(name);
};

/** Node learns the names of the product's own modules, and to read TypeScript as the build does. */
function loadSourcesToo() {
  loads = true;
  Module.enableCompileCache(join(CACHE, 'packages'));
  const resolve = Module._resolveFilename;
  Module._resolveFilename = (request, ...rest) => resolve.call(Module, ownModule(request) ?? request, ...rest);
  Module._extensions['.ts'] = Module._extensions['.tsx'] = (module, file) => module._compile(compiled(file), file);
}

function ownModule(name) {
  const [, made] = /^virtual:(routes|words)$/.exec(name) ?? [];
  if (made) return join(ROOT, 'test', 'support', 'page', `${made}.ts`);
  const [, scope, rest] = /^@(patravali|language|messages)\/(.+)$/.exec(name) ?? [];
  if (scope === 'language') return join(ROOT, 'libs', 'platform', 'language', 'src', rest);
  if (scope === 'messages') return join(ROOT, 'libs', 'office', 'messages', 'src', rest);
  if (scope !== 'patravali') return undefined;
  return FLOORS.map((floor) => join(ROOT, 'libs', floor, rest, 'src', 'index.ts')).find(existsSync);
}

/** Compiled once a content, whichever worker and whichever run comes first. */
function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const { hash, options } = compiler();
  const name = createHash('sha256').update(hash).update(file).update('\0').update(source).digest('hex');
  const kept = join(CACHE, 'sources', `${name}.js`);
  sourceMaps.set(file, `${kept}.map`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code, map } = require('@swc/core').transformSync(source, {
    ...options,
    filename: file,
    sourceMaps: true,
    swcrc: false,
  });
  mkdirSync(dirname(kept), { recursive: true });
  for (const [path, text] of [
    [`${kept}.map`, map],
    [kept, code],
  ]) {
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  return code;
}

let known;
function compiler() {
  if (known) return known;
  const text = readFileSync(join(ROOT, '.swcrc'), 'utf8');
  const { sourceMaps: _, ...options } = JSON.parse(text);
  return (known = { options, hash: text + require('@swc/core').version });
}
