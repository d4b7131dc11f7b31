/** A child that prints what its argument says, after it was ready. */
const [, , what = ''] = process.argv;
if (what !== 'nothing') process.stdout.write('ready\n');
if (what === 'much') process.stdout.write('x'.repeat(100_000));
else if (what === 'hang') setInterval(() => undefined, 1000);
else if (what === 'fail') process.exitCode = 3;
else process.stdout.write(JSON.stringify(Object.keys(process.env)));
