import { createInterface } from 'node:readline';

/** A child that does with each line what the line says, after it was ready. */
const [, , how] = process.argv;
const print = (line: string) => process.stdout.write(`${line}\n`);

print(how ?? 'ready');
createInterface({ input: process.stdin }).on('line', (what) => {
  if (what === 'much') process.stdout.write('x'.repeat(100_000));
  else if (what === 'twice') print('one\ntwo');
  else if (what === 'later') {
    print('at once');
    setTimeout(() => print('unasked'), 100);
  } else if (what === 'burn') for (;;);
  else if (what === 'fail') process.exit(3);
  else if (what === 'environment') print(JSON.stringify(Object.keys(process.env)));
  else if (what !== 'hang') print(`${what} ${String(process.pid)}`);
});
