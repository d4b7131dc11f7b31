const { projects } = require('./test/tiers.cjs');

const WORKER = '<rootDir>/test/support/worker';
/** `npm run test:all` gives each suite modules of its own, so that what one leaves in them is found. */
const isolated = process.env.TEST_ISOLATED === 'yes';
/** Those that test/run.cjs asks for; all when Jest is called by hand. */
const asked = process.env.TEST_PROJECTS?.split(',') ?? projects.map(({ name }) => name);

const common = {
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tmp/'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: {
    '^virtual:(routes|words)$': '<rootDir>/test/support/page/$1.ts',
    '^@language/(.*)$': '<rootDir>/libs/platform/language/src/$1',
    '^@messages/(.*)$': '<rootDir>/libs/office/messages/src/$1',
    '^@patravali/(.*)$': ['platform/', 'office/', ''].map((floor) => `<rootDir>/libs/${floor}$1/src/index.ts`),
  },
  setupFilesAfterEnv: [`${WORKER}/check-every-row.ts`],
};

/** What the suites of a project share: see test/tiers.cjs. */
function keeping(keeps) {
  if (isolated || keeps !== 'modules') return { testEnvironment: `${WORKER}/environment.cjs` };
  return { runtime: `${WORKER}/kept-runtime.cjs`, testEnvironment: `${WORKER}/kept-environment.cjs` };
}

/** The tiers of tests as Jest projects: test/tiers.cjs. */
module.exports = {
  projects: projects
    .filter(({ name }) => asked.includes(name))
    .map(({ name, suites, except = [], keeps }) => ({
      ...common,
      ...keeping(keeps),
      displayName: name,
      testMatch: suites.map((glob) => `<rootDir>/${glob}`),
      testPathIgnorePatterns: ['/node_modules/', ...except.map((path) => `<rootDir>/${path.replaceAll('.', '\\.')}$`)],
    })),
  globalSetup: `${__dirname}/test/support/run/begin-run.cjs`,
  globalTeardown: `${__dirname}/test/support/run/end-run.cjs`,
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
