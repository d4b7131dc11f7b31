/** A test environment that notes what its suite took: the worker's processor time, with all it has started for itself. */
const { appendFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { ofThisProcess } = require('../run/processor-time.cjs');
const { sharedServerIn } = require('../run/shared-server.cjs');

const ROOT = join(__dirname, '..', '..', '..');
const { TEST_RUN_FOLDER: RUN_FOLDER } = process.env;

const usedSoFar = () => ofThisProcess(RUN_FOLDER && sharedServerIn(RUN_FOLDER));

exports.metered = (Environment) =>
  class extends Environment {
    constructor(config, context) {
      super(config, context);
      this.suite = relative(ROOT, context.testPath);
      this.begun = { at: Date.now(), used: usedSoFar() };
    }

    async teardown() {
      await super.teardown();
      if (!RUN_FOLDER) return;
      const seconds = usedSoFar() - this.begun.used;
      const line = { suite: this.suite, processor: seconds, wall: (Date.now() - this.begun.at) / 1000 };
      appendFileSync(join(RUN_FOLDER, 'suites.jsonl'), `${JSON.stringify(line)}\n`);
    }
  };
