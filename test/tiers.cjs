/**
 * Which suites run when. `npm test` runs the tier `test`, everybody before each submission; continuous integration also `short`, and of `long`
 * one part a day; `npm run test:all` everything. A row is a Jest project: a new suite runs in the tier of its
 * folder; one beside the code or in `test/api` that is dear is called `….short.spec.ts`.
 *
 * `keeps: 'modules'`: the suites of a worker share the packages and the product's sources, loaded once. Without it each suite loads its own,
 * as those must that put something else in the place of a module, or turn the clock. `needs: 'build'`: the programs and the page are built
 * before, if a source has changed.
 */
const { globSync } = require('node:fs');
const { join } = require('node:path');

const DAY_MS = 86_400_000;

/** These replace a module or the clock for all who use it, or look at the memory of the whole process. */
const ISOLATED = [
  'apps/api/src/memory/idle-collection.spec.ts',
  'libs/office/desk/src/boxes/process-clocks.db.spec.ts',
  'libs/verifier/src/log/log-source.spec.ts',
  'test/page/writing/autosave.spec.ts',
  'test/page/writing/note-numbers.spec.ts',
  'test/page/acting/notices.spec.ts',
  'test/page/loading/page-paths.spec.ts',
  'test/page/record/verifier-in-browser.spec.ts',
];

/** These look at what was built, or start it. */
const BUILT = [
  'test/api/http/pages.api.spec.ts',
  'test/api/record/public-log.api.spec.ts',
  'test/page/loading/first-load.spec.ts',
  'test/page/loading/page-fonts.spec.ts',
];

/**
 * Beside the code or in `test/api`, but dear: they read pages by OCR, ask OpenSSL for keys, live through months, or give strangers'
 * documents to child processes.
 */
const DEAR = globSync('{libs,apps,test/api}/**/*.short.{,db.,api.}spec.ts', { cwd: join(__dirname, '..') });

const folder = (name) => [`test/${name}/**/*.spec.ts`];

const projects = [
  {
    name: 'office',
    tier: 'test',
    keeps: 'modules',
    suites: [
      'libs/**/*.spec.ts',
      'apps/{api,office,worker}/**/*.spec.ts',
      'test/{api,architecture,harness,page}/**/*.spec.ts',
    ],
    except: [...ISOLATED, ...BUILT, ...DEAR],
  },
  { name: 'isolated', tier: 'test', suites: ISOLATED },
  { name: 'built', tier: 'test', keeps: 'modules', needs: 'build', suites: BUILT },
  { name: 'smoke', tier: 'test', keeps: 'modules', needs: 'build', suites: folder('smoke') },
  { name: 'dear', tier: 'short', keeps: 'modules', suites: DEAR },
  { name: 'plans and statements', tier: 'short', keeps: 'modules', suites: ['test/{plans,statements}/**/*.spec.ts'] },
  { name: 'journeys', tier: 'short', keeps: 'modules', needs: 'build', suites: folder('journeys') },
  { name: 'runner', tier: 'short', suites: ['test/runner/*.spec.ts'] },
  { name: 'launcher', tier: 'short', needs: 'build', suites: folder('launcher') },
  { name: 'proofs', tier: 'short', keeps: 'modules', needs: 'build', suites: folder('proof') },
  { name: 'every operation', tier: 'short', keeps: 'modules', suites: folder('every-operation') },
  { name: 'long journeys', tier: 'long', keeps: 'modules', needs: 'build', suites: folder('long-journeys') },
  { name: 'crash', tier: 'long', needs: 'build', suites: folder('crash') },
  { name: 'upgrade', tier: 'long', needs: 'build', suites: folder('upgrade') },
  { name: 'newcomer', tier: 'long', needs: 'build', suites: folder('newcomer') },
  { name: 'durations', tier: 'long', needs: 'build', suites: folder('durations') },
  { name: 'bench', tier: 'long', needs: 'build', suites: folder('bench') },
];
exports.projects = projects;

const MUTATION = ['test/mutation/run.cjs', '--changed=7 days ago', '--minutes=8'];

/**
 * The long tests in seven parts, of which continuous integration runs one a day. A step runs some projects as the environment says; those
 * that the short tier has too run only so on that day. With `halves` it runs one half this week
 * and the other the next. A step may also be a program, which fails by its exit code.
 */
const parts = [
  { name: 'the other language', steps: [{ projects: ['journeys', 'smoke'], environment: { TEST_LANGUAGES: 'both' } }] },
  {
    name: 'axe everywhere',
    steps: [{ projects: ['smoke', 'journeys', 'long journeys'], environment: { TEST_AXE: 'everywhere' } }],
  },
  { name: 'crash and upgrade', steps: [{ projects: ['crash', 'upgrade'] }] },
  { name: 'newcomers, durations, bench', steps: [{ projects: ['newcomer'] }, { projects: ['durations', 'bench'] }] },
  { name: 'long proofs', steps: [{ projects: ['proofs'], environment: { PROOF_TIMES: '4' } }] },
  {
    name: 'modules of its own for each suite',
    steps: [{ projects: ['office', 'built'], environment: { TEST_ISOLATED: 'yes' }, halves: true }],
  },
  {
    name: 'mutation of what has changed',
    steps: [{ program: MUTATION }],
  },
].map((part, number) => ({ ...part, number }));
exports.parts = parts;

/** By the day of the year, or as PART says. */
exports.partOfTheDay = (now = new Date()) => {
  const day = Math.floor((now - Date.UTC(now.getUTCFullYear(), 0, 0)) / DAY_MS);
  return parts[Number(process.env.PART ?? day) % parts.length];
};

/** What is run for a tier, one step after the other. */
exports.stepsOf = (tier) => {
  const names = (...tiers) => projects.filter((project) => tiers.includes(project.tier)).map(({ name }) => name);
  const ofPart = ({ name, steps }) => steps.map((step) => ({ name, ...step }));
  if (tier === 'any') return [{ name: 'paths', projects: names('test', 'short', 'long') }];
  // Its suites wait for nothing but the processor; a browser and its office are three processes that each want one.
  if (tier === 'test') return [{ name: 'test', projects: names('test'), workers: '100%' }];
  if (tier === 'ci') {
    const steps = ofPart(exports.partOfTheDay());
    const there = new Set(steps.flatMap((step) => step.projects ?? []));
    const short = names('short').filter((name) => !there.has(name));
    return [...(short.length > 0 ? [{ name: 'short', projects: short }] : []), ...steps];
  }
  if (tier === 'all') {
    const environment = { TEST_ISOLATED: 'yes', TEST_LANGUAGES: 'both', TEST_AXE: 'everywhere' };
    return [
      { name: 'all', projects: names('test', 'short', 'long').filter((name) => name !== 'proofs'), environment },
      { name: 'proofs', projects: ['proofs'], environment: { ...environment, PROOF_TIMES: '4' } },
      { name: 'mutation', program: MUTATION },
    ];
  }
  throw new Error(`There is no tier ${tier}: test, ci or all`);
};
