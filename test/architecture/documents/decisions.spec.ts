import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileText } from '../../support/sources/sources';

const ROOT = join(__dirname, '../../..');
const FOLDER = 'docs/decisions';
const NAMED = /^\d{4}-[a-z0-9-]+\.md$/;
/** The first line of each: its number and title. */
const HEAD = /^# (\d+)\. (.+)\n\n/;
const LINE_OF_FILE = /^- \[(\d+)\]\(([\w-]+\.md)\) (.+)$/;
const LINE_OF_GONE = /^- (\d+) (?:.+: now \[(\d+)\]\(([\w-]+\.md)\)|was never given)$/;
/** By the way a decision is named: in words, or by its file. In the decisions also by the number alone: `[101](0101-….md)`. */
const REFERENCES = [
  /\bdecisions? (\d+(?:(?:, | and )\d+)*)\b/gi,
  /\bdecisions\/(\d{4})-[\w-]*/g,
  /\]\((?:[\w./]*\/)?(\d{4})-[\w-]+\.md/g,
];

const read = (name: string) => fileText(`${FOLDER}/${name}`);
const found = globSync('*.md', { cwd: join(ROOT, FOLDER) }).filter((name) => name !== 'README.md');
const files = found.sort();
const lines = read('README.md')
  .split('\n')
  .filter((line) => line.startsWith('- '));

describe('the decisions', () => {
  it('begin with number and title', () => {
    expect(files.filter((name) => !NAMED.test(name))).toEqual([]);
    expect(files.filter((name) => HEAD.exec(read(name))?.[1] !== String(Number(name.slice(0, 4))))).toEqual([]);
  });

  it('are each a line of the index, with the same title', () => {
    const listed = lines.flatMap((line) => {
      const [, number, name, title] = LINE_OF_FILE.exec(line) ?? [];
      return name ? [[name, number, title]] : [];
    });
    expect(listed).toEqual(files.map((name) => [name, ...(HEAD.exec(read(name))?.slice(1) ?? [])]));
  });

  it('are numbered without a gap: what was withdrawn says what took its place', () => {
    const numbers = lines.map((line) => Number((LINE_OF_FILE.exec(line) ?? LINE_OF_GONE.exec(line))?.[1]));
    expect(numbers).toEqual(lines.map((_, index) => index + 1));
    const successors = lines.flatMap((line) => {
      const [, , number, name] = LINE_OF_GONE.exec(line) ?? [];
      return name ? [[name, Number(number)] as const] : [];
    });
    expect(successors.length).toBeGreaterThan(0);
    for (const [name, number] of successors) {
      expect(files).toContain(name);
      expect(Number(name.slice(0, 4))).toBe(number);
    }
  });

  it('are there, wherever code or a document names one', () => {
    const known = new Set(files.map((name) => Number(name.slice(0, 4))));
    const places = [
      '*.md',
      'docs/**/*.md',
      '{apps,libs,test,bench,docker,.ci}/**/*.{ts,tsx,cjs,mjs,md,sql,typ,css,yaml}',
    ];
    const texts = globSync(places, { cwd: ROOT, exclude: (name) => name === 'node_modules' || name === 'dist' })
      .filter((path) => path !== 'docs/decisions/README.md')
      .map((path) => ({ path, text: fileText(path) }));
    const references = texts.flatMap(({ path, text }) =>
      REFERENCES.flatMap((pattern) => [...text.matchAll(pattern)])
        .flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? [])
        .map((number) => ({ path, number: Number(number) })),
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter(({ number }) => !known.has(number))).toEqual([]);
  });

  it('are linked to by names that they have', () => {
    const linked = globSync('{*.md,docs/**/*.md,*/README.md}', { cwd: ROOT }).flatMap((path) =>
      [...fileText(path).matchAll(/\]\((?:[\w./]*\/)?(\d{4}-[\w-]+\.md)/g)].map(([, name]) => ({
        path,
        name: name ?? '',
      })),
    );
    expect(linked.filter(({ name }) => !files.includes(name))).toEqual([]);
  });
});
