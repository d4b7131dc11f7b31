import { ConfigurationError, refuseOldNode } from '@patravali/config';
import { keepCompiledCode } from './parts/compiled-code';
import { LauncherRefusal, sentence } from './parts/sentences';

type Command = (args: readonly string[]) => Promise<void>;

/** Each is loaded only when it is called: the launcher stays in memory while the office runs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.js')).start,
  load: async () => (await import('./commands/load-command.js')).load,
  check: async () => (await import('./commands/check-command.js')).check,
  sweep: async () => (await import('./commands/sweep-command.js')).sweepStore,
  link: async () => (await import('./commands/link-command.js')).link,
  log: async () => (await import('./commands/log-command.js')).log,
  'log-key': async () => (await import('./commands/log-key-command.js')).logKey,
  witness: async () => (await import('./commands/witness-command.js')).witness,
  backup: async () => (await import('./commands/backup-command.js')).backup,
  restore: async () => (await import('./commands/restore-command.js')).restore,
  'security-log': async () => (await import('./commands/security-log-command.js')).securityLog,
};

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
  const plain = error instanceof LauncherRefusal || error instanceof ConfigurationError;
  console.error(plain ? error.message : error);
  process.exitCode = 1;
});
