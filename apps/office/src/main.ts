import { buildFacts, ConfigurationError, refuseOldNode } from '@patravali/config';
import { keepCompiledCode } from './parts/compiled-code';
import { LauncherRefusal, sentence } from './parts/sentences';
import { withoutConnection } from './parts/without-connection';

type Command = (args: readonly string[]) => Promise<void>;

/** Each is loaded only when it is called: the launcher stays in memory while the office runs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.js')).start,
  load: async () => (await import('./commands/load-command.js')).load,
  status: async () => (await import('./commands/status/status-command.js')).status,
  jobs: async () => (await import('./commands/jobs-command.js')).jobs,
  '--version': () => Promise.resolve(tellVersion),
  check: async () => (await import('./commands/check-command.js')).check,
  sweep: async () => (await import('./commands/sweep-command.js')).sweepStore,
  'search-index': async () => (await import('./commands/search-index-command.js')).indexAnew,
  link: async () => (await import('./commands/link-command.js')).link,
  log: async () => (await import('./commands/log-command.js')).log,
  'log-key': async () => (await import('./commands/log-key-command.js')).logKey,
  witness: async () => (await import('./commands/witness-command.js')).witness,
  backup: async () => (await import('./commands/backup-command.js')).backup,
  restore: async () => (await import('./commands/restore-command.js')).restore,
  'security-log': async () => (await import('./commands/security-log-command.js')).securityLog,
};

/** A sentence where the cause lies outside this program; of our own faults the whole error. */
function explanationOf(error: unknown): unknown {
  if (error instanceof LauncherRefusal || error instanceof ConfigurationError) return error.message;
  return withoutConnection(error) ? sentence('databaseSilent', { reason: error.message }) : error;
}

function tellVersion(): Promise<void> {
  console.log(sentence('versionOf', { ...buildFacts() }));
  return Promise.resolve();
}

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) {
    console.error(sentence('usage'));
    process.exitCode = 2;
    return;
  }
  await (
    await command()
  )(args);
}

refuseOldNode();
keepCompiledCode();
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explanationOf(error));
  process.exitCode = 1;
});
