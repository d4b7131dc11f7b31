import 'reflect-metadata';
import { loadConfig, refuseOldNode } from '@patravali/config';

async function main(): Promise<void> {
  refuseOldNode();
  const { startWorker } = await import('./start-worker.js');
  await startWorker(loadConfig(process.env));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
