/** `npm run proof`: the tests that draw at random or kill processes, ten times as long as in the short tier. */
process.env.PROOF_TIMES ??= '10';
if (process.argv.length === 2) process.argv.push('test/proof', 'test/crash');
require('./run.cjs');
