import { ConfigurationError, loadConfig, refuseOldNode } from '@patravali/config';
import { once } from 'node:events';
import 'reflect-metadata';

const WHEN_TOLD = '--when-told';

async function main(): Promise<void> {
  refuseOldNode();
  const { createApi } = await import('./create-api.js');
  if (process.argv.includes(WHEN_TOLD)) await untilToldToBegin();
  const config = loadConfig(process.env);
  const app = await createApi(config);
  await app.listen(config.port, config.host);
}

/** The launcher has the program loaded while the database is prepared, and then says that it may begin. */
async function untilToldToBegin(): Promise<void> {
  process.channel?.ref();
  await once(process, 'message');
  process.channel?.unref();
}

main().catch((error: unknown) => {
  const message = error instanceof ConfigurationError ? error.message : error;
  process.stderr.write(`${message instanceof Error ? (message.stack ?? message.message) : String(message)}\n`);
  process.exit(1);
});
