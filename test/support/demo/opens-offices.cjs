/**
 * Opens the API of one office after another in one process, each as `main.js` of the API does it: to load and to warm up the
 * program is dearer than most of what a journey does in it. `api-host.ts` speaks with it.
 */
const { join } = require('node:path');

const [dist] = process.argv.slice(2);
require('reflect-metadata');
const { loadConfig } = require(join(dist, 'libs', 'platform', 'config', 'src', 'index.js'));
const { createApi } = require(join(dist, 'apps', 'api', 'src', 'create-api.js'));

let open;

const orders = {
  open: async (environment) => {
    const config = loadConfig(environment);
    const app = await createApi(config);
    // As good as open: closed again if the port is taken.
    open = app;
    await app.listen(config.port, config.host);
  },
  close: async () => {
    const app = open;
    open = undefined;
    await app?.close();
  },
};

process.on('message', ({ id, order, environment }) => {
  orders[order](environment).then(
    () => process.send({ id }),
    (error) => process.send({ id, failed: error.stack ?? String(error) }),
  );
});
/** However whoever asked has ended. */
process.on('disconnect', () => process.exit());
