/**
 * Asks the registry for known weaknesses of the packages that a running office uses, and fails when one is high or critical. A registry
 * that does not answer that question is no failure: then one line says that nobody looked.
 */
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const PATIENCE = ['--fetch-retries=1', '--fetch-timeout=20000'];
const words = ['audit', '--omit=dev', '--json', ...PATIENCE];
const npm = process.env.npm_execpath;
const { stdout, error } = spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...words] : words, {
  cwd: join(__dirname, '..'),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
const report = reportIn(stdout);

if (report?.metadata?.vulnerabilities) end(Object.values(report.vulnerabilities));
else console.log(`audit skipped: ${firstLine(report?.message ?? error?.message ?? 'npm gave no answer')}`);

function end(weak) {
  const grave = weak.filter(({ severity }) => severity === 'high' || severity === 'critical');
  for (const { name, severity, range, via } of grave) {
    const titles = via.map((each) => (typeof each === 'string' ? `by way of ${each}` : `${each.title} ${each.url}`));
    console.error(`${name} ${range}: ${severity}: ${titles.join('; ')}`);
  }
  const others = weak.length - grave.length;
  console.log(`audit: ${grave.length} packages with a weakness that is high or critical, ${others} with a lesser one`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}

function reportIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without the address that was asked. */
function firstLine(message) {
  return message.split('\n')[0].replace(/( - (GET|POST))? https?:\/\/\S+/g, '');
}
