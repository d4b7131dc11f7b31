/** One suite for the whole house: unit (*.spec.ts beside the code) and everything under test/. */
module.exports = {
  rootDir: __dirname,
  testMatch: [
    '<rootDir>/libs/**/*.spec.ts',
    '<rootDir>/apps/{api,office,worker}/**/*.spec.ts',
    '<rootDir>/test/**/*.spec.ts',
  ],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: { '^@patravali/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  testEnvironment: 'node',
};
