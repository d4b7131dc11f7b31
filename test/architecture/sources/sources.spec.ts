import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { fileText, type Source, sourcesIn } from '../../support/sources/sources';

const ROOT = join(__dirname, '../../..');
/** A single letter is a letter; two are a word. */
const DEVANAGARI = /[\u0900-\u097f]{2}/;
/** Three words of letters one after the other, beginning as a sentence does. */
const SENTENCE = /^[A-Z][a-z']+(,? [A-Za-z'-]+){2,}/;
/** What it knows of Hindi are letters and words to type, and no sentences. */
const LETTERS = 'libs/platform/devanagari/';
/** For programmers, as are the summaries and examples of operations. */
const DESCRIPTION_OF_API = 'apps/api/src/openapi/';
/** What opens a connection to somebody else. */
const CONNECTS =
  /await fetch\(|createTransport\(|new (Client|ImapFlow|WebSocket)\(|\bconnect\b.* from 'node:(net|tls)'|from 'node:https'/;
/** To the database, the store, the scanner and the processes of the office: wherever its settings say. */
const OWN_PARTS = [
  'apps/api/src/health/is-live.ts',
  'apps/office/src/api-process.ts',
  'apps/office/src/backup/connect.ts',
  'apps/office/src/commands/status/ask-server.ts',
  'apps/office/src/history/base-copy.ts',
  'apps/office/src/postgres/office-database.ts',
  'libs/office/documents/src/virus-scan/ask-clamd.ts',
  'libs/platform/database/src/connections/reading-connection.ts',
  'libs/platform/storage/src/stores/s3-calls.ts',
  // Of whoever verifies, who says which log he asks.
  'libs/verifier/src/log/log-source.ts',
];
/** They take a client of their own to an address that was judged. */
const JUDGED_BEFORE = [
  'libs/office/dispatch/src/mail/office-mail.ts',
  'libs/office/dispatch/src/reports/imap-mailbox.ts',
];
/** For whoever looks at Prometheus, beside names that are English too. */
const METRICS = 'apps/api/src/metrics/';
/** Speak for themselves: words that people type. */
const EXCEPT = [
  'libs/office/records/contract/file-selection.ts',
  // Names of fields, as who writes a template types them.
  'libs/office/drafts/contract/merge-fields.ts',
  // Words that are looked for in letters.
  'libs/office/dak/src/letter/letter-words.ts',
  'libs/office/drafts/contract/letter-checks/words.ts',
  'libs/platform/contract-base/src/text/table-columns.ts',
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

  it('connect outward by one module, which judges the address; else to the office’s own database, store, scanner and processes', () => {
    const connecting = sourcesIn('apps/api', 'apps/worker', 'apps/office', 'libs/*', 'libs/*/*').filter(({ text }) =>
      CONNECTS.test(withoutComments(text)),
    );
    const others = connecting.map(({ path }) => path).filter((path) => !path.startsWith('libs/platform/outgoing/'));
    expect(others.sort()).toEqual([...OWN_PARTS, ...JUDGED_BEFORE].sort());
    for (const path of JUDGED_BEFORE) expect(fileText(path)).toMatch(/await new Outgoing\(.*\)\.addressesOf\(/);
  });

  it('of the page ask for passwords in masked fields, which are pasted into and which a password manager knows', () => {
    const fields = pageSources().flatMap((text) => text.match(/<PasswordInput.*?\/>/gs) ?? []);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((field) => !/autoComplete="(current-password|new-password|off)"/.test(field))).toEqual([]);
    const hindering = pageSources().filter((text) => /onPaste=\{[^}]*preventDefault|type="password"/.test(text));
    expect(hindering).toEqual([]);
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

const pageSources = () =>
  globSync('apps/web/src/**/*.tsx', { cwd: ROOT }).map((path) => fileText(path.replaceAll('\\', '/')));

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
