/** A test environment that notes what its suite took: the worker's processor time, with all it has started. */
const { appendFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { ofThisProcess } = require('../run/processor-time.cjs');

const ROOT = join(__dirname, '..', '..', '..');

exports.metered = (Environment) =>
  class extends Environment {
    constructor(config, context) {
      super(config, context);
      this.suite = relative(ROOT, context.testPath);
      this.begun = { at: Date.now(), used: ofThisProcess() };
    }

    async teardown() {
      await super.teardown();
      const folder = process.env.TEST_RUN_FOLDER;
      if (!folder) return;
      const seconds = ofThisProcess() - this.begun.used;
      const line = { suite: this.suite, processor: seconds, wall: (Date.now() - this.begun.at) / 1000 };
      appendFileSync(join(folder, 'suites.jsonl'), `${JSON.stringify(line)}\n`);
    }
  };
