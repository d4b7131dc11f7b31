import { ConfigurationError } from '@patravali/config';
import { link } from './link-command';
import { LauncherRefusal, sentence } from './sentences';
import { start } from './start';

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = { start, link };

async function main([name = '', ...words]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) {
    console.error(sentence('usage'));
    process.exitCode = 2;
    return;
  }
  await command(words);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const plain = error instanceof LauncherRefusal || error instanceof ConfigurationError;
  console.error(plain ? error.message : error);
  process.exitCode = 1;
});
