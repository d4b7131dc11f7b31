/** The suite as Stryker runs it: the folder of the run is given, and only the tests of one part take part. */
const { globalSetup, globalTeardown, maxWorkers, workerIdleMemoryLimit, ...suite } = require('../../jest.config.cjs');

module.exports = {
  ...suite,
  roots: ['<rootDir>/libs', '<rootDir>/test/support', '<rootDir>/apps/office'],
  testMatch: JSON.parse(process.env.MUTATION_TESTS).map((glob) => `<rootDir>/${glob}`),
};
