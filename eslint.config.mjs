import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What a literal holds is written in it, one property a line if need be: there blame and a reader's eye find it. */
const SPREAD_LITERALS = [
  'ObjectExpression > SpreadElement > ObjectExpression',
  'ObjectExpression > SpreadElement > :matches(TSAsExpression, TSSatisfiesExpression) > ObjectExpression',
  ':matches(ArrayExpression, CallExpression, NewExpression) > SpreadElement > ArrayExpression',
  ':matches(ArrayExpression, CallExpression, NewExpression) > SpreadElement > :matches(TSAsExpression, TSSatisfiesExpression) > ArrayExpression',
  'JSXSpreadAttribute > ObjectExpression',
].map((selector) => ({ selector, message: 'Write the contents of this literal into what is around it.' }));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '**/*.cjs', '**/*.mjs', '.data/**', '.tmp/**'] },
  // Its types are made of the description of the API when its test runs, which compiles it.
  { ignores: ['test/every-operation/description/stranger.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 320, skipComments: true, skipBlankLines: true }],
      'no-restricted-syntax': ['error', ...SPREAD_LITERALS],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // A stranger's text takes no more than a time that grows with its length: docs/decisions/0108.
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/test/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { ignorePartial: false }],
    },
  },
  {
    files: ['apps/{api,worker,office}/src/**/*.ts', 'libs/**/src/**/*.ts'],
    ignores: [
      'libs/platform/config/**',
      '**/*.spec.ts',
      'apps/office/**',
      'apps/*/src/{main,check-live,check-alive}.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read configuration from @patravali/config.' },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    rules: {
      // The router is told to go elsewhere by throwing.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
    },
  },
);
