import { run } from './command/run';

/** `npm run verify`, and the one file that does the same with Node alone. */
void run(process.argv.slice(2), (text) => process.stdout.write(text)).then((code) => {
  process.exitCode = code;
});
