/** The suites as Stryker runs them: the folder of the run is given, each suite has modules of its own, and only the tests of one part take part. */
process.env.TEST_ISOLATED = 'yes';
const { projects, testTimeout } = require('../../jest.config.cjs');

const [suite] = projects;
module.exports = {
  ...suite,
  testTimeout,
  testEnvironment: require.resolve('../support/worker/environment.cjs'),
  roots: ['<rootDir>/libs', '<rootDir>/test/support', '<rootDir>/apps/office'],
  testMatch: JSON.parse(process.env.MUTATION_TESTS).map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: ['/node_modules/'],
};
