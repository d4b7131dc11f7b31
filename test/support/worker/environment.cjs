/** Jest's own environment: a context and modules of its own for each suite. */
const { TestEnvironment } = require('jest-environment-node');
const { keeping } = require('./keeping.cjs');
const { metered } = require('./metered.cjs');

module.exports = keeping(metered(TestEnvironment));
