/** `npm run mutation` says by these what to break and where to report it; see test/mutation. */
const { MUTATION_FILES, MUTATION_STATIC, MUTATION_REPORT, MUTATION_AT_ONCE } = process.env;

/** @type {import('./test/node_modules/@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: false },
  mutate: JSON.parse(MUTATION_FILES),
  coverageAnalysis: 'perTest',
  ignoreStatic: MUTATION_STATIC === 'ignored',
  concurrency: Number(MUTATION_AT_ONCE ?? 2),
  timeoutMS: 60_000,
  reporters: ['json', 'html'],
  jsonReporter: { fileName: `${MUTATION_REPORT}.json` },
  htmlReporter: { fileName: `${MUTATION_REPORT}.html` },
  tempDirName: '.tmp/mutation',
  // Only at the root: folders of the sources bear such names too.
  ignorePatterns: ['/apps/web', '/bench', '/dist', '/docker', '/docs', '/reports', '/.data'],
  warnings: { slow: false },
};
