/** One context for all suites of a worker: Node's own. What a suite leaves in it is taken back at its end. */
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
// Before any package is kept: it gives the contexts of other suites what stands in Node's own at that moment, and pkijs keeps its engine there.
require('jest-environment-node');
const { keeping } = require('./keeping.cjs');
const { metered } = require('./metered.cjs');

/** What `jest.setTimeout` and `jest.retryTimes` leave for the tests that follow. */
const LEFT_BY_JEST = ['TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'LOG_ERRORS_BEFORE_RETRY', 'WAIT_BEFORE_RETRY'].map(
  (name) => Symbol.for(name),
);

class KeptEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  before = { console: globalThis.console, exit: process.exit, environment: { ...process.env }, folder: process.cwd() };

  constructor({ projectConfig: config }) {
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    this.fakeTimers = new LegacyFakeTimers({
      config,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig,
    });
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    const { console, exit, environment, folder } = this.before;
    globalThis.console = console;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    if (process.cwd() !== folder) process.chdir(folder);
    for (const symbol of LEFT_BY_JEST) delete globalThis[symbol];
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return {};
  }
}

module.exports = keeping(metered(KeptEnvironment));
