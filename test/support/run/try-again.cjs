/**
 * A suite that failed beside the others runs once more, beside a load of its own: alone it would pass, and a race of the product would never
 * be told (decision 0100). Only continuous integration does so.
 */
const { spawn } = require('node:child_process');
const { availableParallelism } = require('node:os');
const { runStep } = require('./run-step.cjs');

/** More failing suites than this are no accident of a busy machine. */
const MOST_TRIED_AGAIN = 5;
/** Works for an hour at most, should nobody be left to end it. */
const WORK = 'for (const begun = Date.now(); Date.now() - begun < 3_600_000;);';

/** @returns the outcome of both tries, with the suites that passed only at the second. */
exports.tryAgainBesideALoad = async (step, words, first) => {
  const suites = first.failedSuites.map(({ suite }) => suite);
  if (suites.length === 0 || suites.length > MOST_TRIED_AGAIN) return first;
  console.log(`Tried again beside a load: ${suites.join(', ')}`);
  const load = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', WORK]));
  try {
    const options = words.filter((word) => word.startsWith('-'));
    const again = { ...step, halves: false, name: `${step.name} again`, again: first.failedSuites };
    const second = await runStep(again, [...options, '--runTestsByPath', ...suites]);
    const atSecondTry = suites.filter((suite) => second.passedSuites.includes(suite));
    // What was not run at all has not passed either.
    const failed = Math.max(second.failed, suites.length - atSecondTry.length);
    return { passed: first.passed + first.failed - failed, failed, skipped: first.skipped, atSecondTry };
  } finally {
    for (const one of load) one.kill('SIGKILL');
  }
};
