/** What a run of the tests took: a file of the run, and the dearest suites on the terminal. */
const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { availableParallelism, loadavg } = require('node:os');
const { join, relative } = require('node:path');
const { ofProcess } = require('./processor-time.cjs');
const { sharedServerIn } = require('./shared-server.cjs');

const ROOT = join(__dirname, '..', '..', '..');
const REPORTS = process.env.TEST_REPORTS ?? join(ROOT, 'reports', 'tests');
const DEAREST = 10;

/** What no suite is charged with. A PostgreSQL that a suite starts for itself lies below its worker, as all it starts does. */
exports.serversOf = (folder) => {
  const id = sharedServerIn(folder);
  return [{ server: 'PostgreSQL that all suites share', processor: id === undefined ? 0 : ofProcess(id) }];
};

/** What each suite took, as the environments noted it. @returns rows, the dearest first. */
exports.suitesOf = (folder, results) => {
  const noted = join(folder, 'suites.jsonl');
  const lines = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n').filter(Boolean) : [];
  const found = new Map(results.map(({ name, ...result }) => [relative(ROOT, name), result]));
  return lines
    .map((line) => JSON.parse(line))
    .map(({ suite, processor, wall }) => {
      const { status = 'unknown', assertionResults = [] } = found.get(suite) ?? {};
      return { suite, kind: kindOf(suite), status, tests: assertionResults.length, processor, wall };
    })
    .sort((one, other) => other.processor - one.processor);
};

/** By the folder below `test`, and for specs beside the code by what they need. */
function kindOf(suite) {
  const [, folder] = /^test\/([\w-]+)\//.exec(suite) ?? [];
  if (folder) return folder;
  const [, needs = 'unit'] = /\.(db|api)\.spec\.ts$/.exec(suite) ?? [];
  return needs;
}

/** Writes the file of the run and prints what is dearest. `again`: what was run a second time, and why. */
exports.report = ({ name, begun, loadBefore, suites, servers, again = [] }) => {
  const facts = {
    run: name,
    commit: commit(),
    at: new Date(begun).toISOString(),
    node: process.version,
    cores: availableParallelism(),
    loadBefore,
    loadAfter: rounded(loadavg()[0]),
    wall: rounded((Date.now() - begun) / 1000),
    again,
  };
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${facts.at.replaceAll(/[:.]/g, '-')}-${name.replaceAll(/\W+/g, '-')}.json`);
  const rows = suites.map((row) => ({ ...row, processor: rounded(row.processor), wall: rounded(row.wall) }));
  const kinds = kindsOf(rows);
  writeFileSync(file, `${JSON.stringify({ ...facts, kinds, servers: servers.map(round), suites: rows }, null, 1)}\n`);
  console.log(`\nProcessor seconds, the dearest of ${rows.length} suites:`);
  for (const { suite, processor, wall } of rows.slice(0, DEAREST)) line(processor, `${suite} (${wall} s)`);
  for (const { kind, suites: many, processor } of kinds) line(processor, `${kind}, ${many} suites`);
  for (const { server, processor } of servers) line(processor, server);
  console.log(`${facts.wall} s in all, load ${loadBefore} → ${facts.loadAfter}: ${relative(ROOT, file)}`);
};

function kindsOf(rows) {
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, all]) => ({
      kind,
      suites: all.length,
      tests: sum(all.map(({ tests }) => tests)),
      processor: rounded(sum(all.map(({ processor }) => processor))),
      wall: rounded(sum(all.map(({ wall }) => wall))),
    }))
    .sort((one, other) => other.processor - one.processor);
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}

const line = (seconds, text) => console.log(`${seconds.toFixed(1).padStart(8)}  ${text}`);
const round = (row) => ({ ...row, processor: rounded(row.processor) });
const rounded = (number) => Math.round(number * 100) / 100;
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
