import { openObjectStore } from '@patravali/storage';
import { Pool } from 'pg';
import { Sequencer } from '../src/log/sequencing/sequencer';
import { poolDatabase } from './pool-database';

/** Lets a log go on, to be killed meanwhile: `run-source.cjs resuming-child.ts DATABASE FOLDER KEYFILE`. */
async function main([databaseUrl = '', dataFolder = '', keyFile = '']: readonly string[]): Promise<void> {
  const sequencer = new Sequencer({
    database: poolDatabase(new Pool({ connectionString: databaseUrl, max: 2 })),
    store: openObjectStore({ dataFolder }),
    origin: 'other.example/log',
    keyFile,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write('ready\n');
  await sequencer.resume('An older backup was restored.');
  process.exit(0);
}

main(process.argv.slice(3)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
