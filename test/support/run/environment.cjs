/** Jest's own environment: a context and modules of its own for each suite. */
const { TestEnvironment } = require('jest-environment-node');
const { metered } = require('./metered.cjs');

module.exports = metered(TestEnvironment);
