import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSALS } from '@patravali/contract';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');

describe('every refusal', () => {
  it('is expected by some test, by its code', () => {
    const specs = globSync(
      ['libs/**/*.spec.ts', 'apps/*/src/**/*.spec.ts', 'test/**/*.spec.ts', 'test/support/tours/tour-of-a-file.ts'],
      {
        cwd: ROOT,
        exclude: (name) => name === 'node_modules',
      },
    ).map((path) => join(ROOT, path));
    expect(specs.length).toBeGreaterThan(50);
    const expected = new Set(
      specs.filter((path) => path !== __filename).flatMap((path) => expectedIn(readFileSync(path, 'utf8'))),
    );
    expect(Object.keys(REFUSALS).filter((code) => !expected.has(code))).toEqual([]);
  });

  it.each([
    ['expected of a command', `await expect(doing).rejects.toMatchObject({ code: 'no-note' });`, ['no-note']],
    ['a line of a table', `it.each([['nobody', 'not-allowed']])(title, () => run());`, ['nobody', 'not-allowed']],
    ['in a comment', `// expects 'no-note'\n/* code: 'no-note' */ run();`, []],
    ['in a sentence', `it('is refused as no-note', () => run());`, ['is refused as no-note']],
    ['made by the test itself', `reject(new Refusal('no-note')); refusalOf(new Refusal('no-note', {}));`, []],
  ])('is found where it is %s, and only there', (_, source, codes) => {
    expect(expectedIn(source)).toEqual(codes);
  });
});

/** The string literals of a spec, but for the refusals that it raises itself. */
function expectedIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'Refusal') return;
    if (ts.isStringLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('a.spec.ts', source, ts.ScriptTarget.Latest);
  visit(file);
  return found;
}
