/** Jest's way to load a module, but for what the worker keeps (kept-modules.cjs). It reaches into Jest, which is pinned for it. */
const Module = require('node:module');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { isKept, isPackage, requireKept, sourceMaps } = require('./kept-modules.cjs');

/** What Jest itself asks for stays its own: it is loaded for each suite, with the suite's globals. */
const JEST_ITSELF = /[/\\]node_modules[/\\](?:@jest|jest-[\w-]+|jest|expect|pretty-format|@swc[/\\]jest)[/\\]/;

module.exports = class KeptRuntime extends Runtime {
  constructor(...all) {
    super(...all);
    const words = this.executor.injectedModuleParameters;
    // In Node's own context, where the kept modules are: an array there is an Array here.
    this.executor.compile = (code, filename) =>
      vm.compileFunction(code, words, {
        filename,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }

  requireModuleOrMock(from, name) {
    return this.kept(from, name) ?? super.requireModuleOrMock(from, name);
  }

  requireActual(from, name) {
    return this.kept(from, name) ?? super.requireActual(from, name);
  }

  /** Also of kept modules, so that a stack trace names the line that was written. */
  getSourceMaps() {
    const maps = super.getSourceMaps();
    maps.get = (file) => Map.prototype.get.call(maps, file) ?? sourceMaps.get(file);
    return maps;
  }

  kept(from, name) {
    if (name === '@jest/globals' || JEST_ITSELF.test(from)) return undefined;
    if (Module.isBuiltin(name)) return requireKept(from, name);
    const path = this._resolution.resolveCjs(from, name);
    if (!isKept(path) || JEST_ITSELF.test(path)) return undefined;
    return requireKept(from, isPackage(path) ? name : path);
  }
};
