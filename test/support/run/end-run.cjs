const { closeKept } = require('../worker/keeping.cjs');
const { clearRunFolder } = require('./run-folder.cjs');

module.exports = async () => {
  await closeKept();
  if (process.env.TEST_RUN_FOLDER_IS_OURS) await clearRunFolder(process.env.TEST_RUN_FOLDER);
};
