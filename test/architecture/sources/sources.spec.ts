import ts from 'typescript';
import { type Source, sourcesIn } from '../../support/sources/sources';

/** A single letter is a letter; two are a word. */
const DEVANAGARI = /[\u0900-\u097f]{2}/;
/** Three words of letters one after the other, beginning as a sentence does. */
const SENTENCE = /^[A-Z][a-z']+(,? [A-Za-z'-]+){2,}/;
/** What it knows of Hindi are letters and words to type, and no sentences. */
const LETTERS = 'libs/platform/devanagari/';
/** For programmers, as are the summaries and examples of operations. */
const DESCRIPTION_OF_API = 'apps/api/src/openapi/';
/** For whoever looks at Prometheus, beside names that are English too. */
const METRICS = 'apps/api/src/metrics/';
/** Speak for themselves: words that people type. */
const EXCEPT = [
  'libs/office/records/contract/file-selection.ts',
  // Names of fields, as who writes a template types them.
  'libs/office/drafts/contract/merge-fields.ts',
  // Words that are looked for in letters.
  'libs/office/drafts/contract/letter-checks/words.ts',
  // The verifier shares nothing with the office, not even where its sentences lie (decision 0080).
  'libs/verifier/src/command/words/en.ts',
  'libs/verifier/src/command/words/hi.ts',
];

describe('the sources', () => {
  it('read the environment in the configuration, the launcher and the beginning of a process alone', () => {
    const readers = sourcesIn('apps/*', 'libs/*', 'libs/*/*').filter(({ text }) =>
      withoutComments(text).includes('process.env'),
    );
    const allowed = /^(libs\/platform\/config\/|apps\/office\/|apps\/\w+\/src\/(main|check-\w+)\.ts$)/;
    expect(readers.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('of the server hold no sentence for people: words stand in the message files', () => {
    const found = sourcesIn('apps/api', 'apps/worker', 'libs/*', 'libs/*/*')
      .filter(({ path }) => ![...EXCEPT, LETTERS, DESCRIPTION_OF_API, METRICS].some((each) => path.startsWith(each)))
      .flatMap((source) => literalsForPeople(source).map((text) => `${source.path}: ${text}`));
    expect(found).toEqual([]);
  });

  it('never save a row that was read before: they lock, decide and write', () => {
    const saving = sourcesIn('apps/api', 'apps/worker', 'libs/*', 'libs/*/*').filter(({ text }) =>
      /(manager|repository|getRepository\(\w+\))\.save\(/i.test(withoutComments(text)),
    );
    expect(saving.map(({ path }) => path)).toEqual([]);
  });
});

/** Strings that a person could be shown: not what programmers are told by an error of their own. */
function literalsForPeople({ path, text }: Source): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (isForProgrammers(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      if (DEVANAGARI.test(node.text) || SENTENCE.test(node.text)) found.push(node.text);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** `throw new Error('…')`, the message that an error class gives to `super`, and what the contract says of an operation. */
function isForProgrammers(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node) && ['summary', 'description', 'example'].includes(node.name.getText())) {
    return ts.isCallExpression(node.parent.parent) && node.parent.parent.expression.getText() === 'operation';
  }
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith('Error');
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
