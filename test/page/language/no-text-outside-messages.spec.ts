import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCES = join(__dirname, '../../../apps/web/src');
const READ_ALOUD = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'label', 'description', 'alt']);
/** A word of two letters or more in any script; signs, single letters and addresses such as C/ are no text. */
const WORD = /\p{L}[\p{L}\p{M}]/u;
/** Names that are the same in every language. */
const NAMES = new Set(['SHA-256']);
const DEVANAGARI = /\p{Script=Devanagari}{2}/u;

/** Every text that a person would read and that stands in the code instead of a message file. */
function strayTexts(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (NAMES.has(text.trim())) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${String(line + 1)} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORD.test(node.text)) note(node, node.text);
    if (isShownLiteral(node) && WORD.test(node.text)) note(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A literal as a child of an element, or as an attribute that is read aloud or shown. */
function isShownLiteral(node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral {
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return false;
  const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  if (ts.isJsxAttribute(holder)) return READ_ALOUD.has(holder.name.getText());
  return ts.isJsxElement(holder) || ts.isJsxFragment(holder);
}

const paths = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
const read = (path: string) => readFileSync(join(SOURCES, path), 'utf8');

describe('The page', () => {
  it('has no text of its own: every word stands in the message files', () => {
    expect(paths.filter((path) => path.endsWith('.tsx')).flatMap((path) => strayTexts(path, read(path)))).toEqual([]);
  });

  it('has no Hindi in its code', () => {
    const withHindi = paths.filter((path) => DEVANAGARI.test(withoutComments(read(path))));
    expect(withHindi).toEqual([]);
  });

  it('would be caught if it had', () => {
    expect(strayTexts('A.tsx', '<p>Welcome</p>')).toHaveLength(1);
    expect(strayTexts('A.tsx', '<p>{"Welcome"}</p>')).toHaveLength(1);
    expect(strayTexts('A.tsx', '<input placeholder="Subject" />')).toHaveLength(1);
    expect(strayTexts('A.tsx', '<p className="soft">{t("page.name")} · C/</p>')).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
