import ts from 'typescript';
import { join } from 'node:path';
import { fileJson } from '../support/sources';

const ROOT = join(__dirname, '..', '..');
/** Not shown to a reader: what stands for another thing, and the parts of a change, which is shown by what was changed. */
const UNSHOWN = /^(id|dispatchId|before|after|changes|from|to|field)$/;
const PAIR = /(Before|After)$/;

/** The names of everything that commands record with their events, as the compiler knows them: spreads and choices too. */
function recordedFacts(): Map<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.build.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
      },
    },
  );
  if (!config) throw new Error('tsconfig.build.json cannot be read');
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const facts = new Map<string, string>();

  const addNames = (type: ts.Type, place: string): void => {
    if (type.isUnion()) {
      for (const each of type.types) addNames(each, place);
      return;
    }
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (checker.isArrayType(type) && element) {
      addNames(element, place);
      return;
    }
    if (!(type.flags & ts.TypeFlags.Object)) return;
    if (checker.getIndexTypeOfType(type, ts.IndexKind.String)) facts.set('(any name)', place);
    for (const property of type.getProperties()) {
      facts.set(property.name, place);
      addNames(checker.getTypeOfSymbol(property), place);
      // The fields of a change are themselves facts.
      if (property.name === 'field') {
        const field = checker.getTypeOfSymbol(property);
        for (const one of field.isUnion() ? field.types : [field])
          facts.set(one.isStringLiteral() ? one.value : '(any field)', place);
      }
    }
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'record'
    ) {
      const [event] = node.arguments;
      const owner = checker.getTypeAtLocation(node.expression.expression).symbol.name;
      if (event && owner === 'Transaction') {
        const data = checker.getTypeAtLocation(event).getProperty('data');
        const place = node.getSourceFile().fileName.slice(ROOT.length + 1);
        if (data) addNames(checker.getTypeOfSymbol(data), place);
        records.add(place);
      }
    }
    ts.forEachChild(node, visit);
  };
  const records = new Set<string>();
  for (const source of program.getSourceFiles()) if (source.fileName.includes('/libs/office/')) visit(source);
  if (records.size < 20) throw new Error(`Only ${records.size} commands that record an event were found`);
  return facts;
}

describe('What the events of the office record', () => {
  it('is shown to the reader of a history by a label, in both languages', () => {
    const shown = [...recordedFacts()].filter(([name]) => !UNSHOWN.test(name));
    expect(shown.map(([name]) => name)).toEqual(expect.arrayContaining(['dueOn', 'subjectBefore', 'remarksAfter']));
    for (const language of ['hi', 'en']) {
      const labels = fileJson(`libs/platform/messages/src/${language}/vocabulary.json`) as Record<string, string>;
      expect(shown.filter(([name]) => !labels[`fact.${name.replace(PAIR, '')}`])).toEqual([]);
    }
  }, 120_000);
});
