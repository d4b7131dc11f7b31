import { openObjectStore } from '@patravali/storage';
import { Pool } from 'pg';
import { Sequencer } from '../src/log/sequencing/sequencer';
import { poolDatabase } from './pool-database';

/** A candidate of its own, to be killed: `run-source.cjs sequencing-child.ts DATABASE FOLDER KEYFILE`. Never pauses. */
async function main([databaseUrl = '', dataFolder = '', keyFile = '']: readonly string[]): Promise<void> {
  const sequencer = new Sequencer({
    database: poolDatabase(new Pool({ connectionString: databaseUrl, max: 2 })),
    store: openObjectStore({ dataFolder }),
    origin: 'other.example/log',
    keyFile,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  for (let first = true; ; first = false) {
    await sequencer.round();
    if (first) process.stdout.write('ready\n');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

main(process.argv.slice(3)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
