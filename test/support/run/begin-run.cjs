const { makeRunFolder } = require('./run-folder.cjs');

/** Under `npm test` the folder is given; a file run by hand gets one of its own. */
module.exports = () => {
  if (process.env.TEST_RUN_FOLDER) return;
  process.env.TEST_RUN_FOLDER = makeRunFolder();
  process.env.TEST_RUN_FOLDER_IS_OURS = 'yes';
};
