/** One suite for the whole house: unit (*.spec.ts beside the code) and everything under test/. */
module.exports = {
  rootDir: __dirname,
  testMatch: [
    '<rootDir>/libs/**/*.spec.ts',
    '<rootDir>/apps/{api,office,worker}/**/*.spec.ts',
    '<rootDir>/test/**/*.spec.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tmp/'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: {
    '^virtual:routes$': '<rootDir>/test/support/page/routes.ts',
    '^@messages/(.*)$': '<rootDir>/libs/platform/messages/src/$1',
    '^@patravali/(.*)$': ['platform/', 'office/', ''].map((floor) => `<rootDir>/libs/${floor}$1/src/index.ts`),
  },
  setupFilesAfterEnv: ['<rootDir>/test/support/run/check-every-row.ts'],
  globalSetup: '<rootDir>/test/support/run/begin-run.cjs',
  globalTeardown: '<rootDir>/test/support/run/end-run.cjs',
  testEnvironment: 'node',
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
