/**
 * `npm test` and its like: runs the suites of a tier and says last, in one line, how it went.
 *
 *     node test/run.cjs [--tier=test|ci|all] [words or paths] [options of Jest]
 *
 * A word runs what bears it in the tier (`npm test -- notes`); a path runs what lies there, whichever its tier. What the tiers hold: test/tiers.cjs.
 */
const { spawnSync } = require('node:child_process');
const { existsSync, globSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { partOfTheDay, projects, stepsOf } = require('./tiers.cjs');
const { runStep, stopped } = require('./support/run/run-step.cjs');
const { tryAgainBesideALoad } = require('./support/run/try-again.cjs');

const ROOT = join(__dirname, '..');
/** Set in continuous integration, where one verdict stands over several commands: the file in which they add up. */
const { TEST_TOTALS: TOTALS } = process.env;
/** More suites than this that pass only at the second try are no accident of a busy machine. */
const MOST_AT_SECOND_TRY = 2;
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

main(process.argv.slice(2));

async function main(words) {
  const tier = words.find((word) => word.startsWith('--tier='))?.slice('--tier='.length) ?? 'test';
  const rest = words.filter((word) => !word.startsWith('--tier='));
  const isPath = rest.some((word) => !word.startsWith('-') && existsSync(join(ROOT, word)));
  const total =
    TOTALS && existsSync(TOTALS) ? JSON.parse(readFileSync(TOTALS, 'utf8')) : { ...NOTHING, atSecondTry: [] };
  const steps = stepsOf(isPath ? 'any' : tier);
  if (!isPath && namesNoSuite(steps, rest)) return endWithoutSuites(rest);
  if (steps.some((step) => needsBuild(step, rest)) && !prepared()) return endUnprepared();
  if (tier === 'ci') console.log(`Of the long tests this is part ${partOfTheDay().number}: ${partOfTheDay().name}`);
  for (const step of steps) {
    const done = await runStep(step, rest);
    if (stopped()) return endInterrupted();
    add(total, TOTALS ? await tryAgainBesideALoad(step, rest, done) : done);
  }
  end(total);
}

/** Whether a suite is run that looks at what was built: by the words, if some are given. */
function needsBuild(step, words) {
  return bearsWords([step], words, ({ needs }) => needs === 'build');
}

/** Words that no suite of the tier bears: a run of nothing would say that nothing failed. */
function namesNoSuite(steps, words) {
  return beforeOptions(words).length > 0 && !bearsWords(steps, words);
}

/** Whether some suite of these steps bears one of the words, which Jest reads as patterns; without words, whether there is any. */
function bearsWords(steps, words, isMeant = () => true) {
  const names = new Set(steps.flatMap((step) => step.projects ?? []));
  const patterns = beforeOptions(words).map((word) => new RegExp(word, 'i'));
  return projects
    .filter((project) => names.has(project.name) && isMeant(project))
    .flatMap(({ suites }) => globSync(suites, { cwd: ROOT }))
    .some((suite) => patterns.length === 0 || patterns.some((pattern) => pattern.test(suite)));
}

/** An option of Jest may have a value behind it, so that words come first. */
function beforeOptions(words) {
  const first = words.findIndex((word) => word.startsWith('-'));
  return first < 0 ? words : words.slice(0, first);
}

function prepared() {
  return spawnSync(process.execPath, [join(ROOT, 'apps/office/prepare.cjs')], { stdio: 'inherit' }).status === 0;
}

function add(total, { passed, failed, skipped, atSecondTry = [] }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.atSecondTry.push(...atSecondTry);
}

function end(total) {
  if (TOTALS) writeFileSync(TOTALS, JSON.stringify(total));
  const { passed, failed, skipped, atSecondTry } = total;
  if (atSecondTry.length > 0) console.log(`Passed only at the second try: ${atSecondTry.join(', ')}`);
  const tooMany = atSecondTry.length > MOST_AT_SECOND_TRY;
  if (tooMany) console.log(`That is more than ${MOST_AT_SECOND_TRY}: the run has failed`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 || tooMany ? 1 : 0;
}

function endWithoutSuites(words) {
  console.log(`No suite of this tier bears ${words.join(' or ')}; a path runs what lies there, whichever its tier`);
  process.exitCode = 1;
}

/** What could not be built has been said. */
function endUnprepared() {
  process.exitCode = 1;
}

function endInterrupted() {
  console.log('Interrupted');
  process.exitCode = 130;
}
