import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..', '..');

/** What commands record under one name. */
export interface Recorded {
  /** The last command that does. */
  place: string;
  /** The names of a closed list, of which the value is one. */
  readonly values: Set<string>;
}

export interface RecordedEvents {
  /** `file.forwarded`; a name that the compiler does not know stands as `(any name)`. */
  readonly names: ReadonlyMap<string, string>;
  /** By the name of the fact, of whichever event. */
  readonly facts: ReadonlyMap<string, Recorded>;
}

/** Every event that a command records, and all of its data, as the compiler knows them: spreads and choices too. */
export function recordedEvents(): RecordedEvents {
  const program = ts.createProgram(...filesOfTheBuild());
  const checker = program.getTypeChecker();
  const names = new Map<string, string>();
  const facts = new Map<string, Recorded>();
  const record = (name: ts.Expression, said: ts.Expression | undefined, place: string): void => {
    for (const one of membersOf(checker.getTypeAtLocation(name)))
      names.set(one.isStringLiteral() ? one.value : '(any name)', place);
    const data = said && checker.getTypeAtLocation(said).getProperty('data');
    if (data) addFacts(checker, checker.getTypeOfSymbol(data), (fact) => recordedAt(facts, fact, place));
  };
  for (const source of program.getSourceFiles()) {
    if (!source.fileName.includes('/node_modules/')) forEachRecord(checker, source, record);
  }
  return { names, facts };
}

function filesOfTheBuild(): [string[], ts.CompilerOptions] {
  const onUnRecoverableConfigFileDiagnostic = ({ messageText }: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic };
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.build.json'), {}, host);
  if (!config) throw new Error('tsconfig.build.json cannot be read');
  return [config.fileNames, config.options];
}

type Found = (name: ts.Expression, said: ts.Expression | undefined, place: string) => void;

/** Each `tx.record(name, subjectId, facts)` of a transaction. */
function forEachRecord(checker: ts.TypeChecker, node: ts.Node, found: Found): void {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const [eventName, , said] = node.arguments;
    if (
      name.text === 'record' &&
      eventName &&
      checker.typeToString(checker.getTypeAtLocation(expression)) === 'Transaction'
    )
      found(eventName, said, node.getSourceFile().fileName.slice(ROOT.length + 1));
  }
  ts.forEachChild(node, (child) => {
    forEachRecord(checker, child, found);
  });
}

function addFacts(checker: ts.TypeChecker, type: ts.Type, add: (name: string) => Recorded): void {
  for (const each of membersOf(type)) {
    const element = checker.isArrayType(each) ? checker.getIndexTypeOfType(each, ts.IndexKind.Number) : undefined;
    if (element) addFacts(checker, element, add);
    else if (each.flags & ts.TypeFlags.Object) addProperties(checker, each, add);
  }
}

function addProperties(checker: ts.TypeChecker, type: ts.Type, add: (name: string) => Recorded): void {
  if (checker.getIndexTypeOfType(type, ts.IndexKind.String)) add('(any name)');
  for (const property of type.getProperties()) {
    const value = checker.getTypeOfSymbol(property);
    const { values } = add(property.name);
    addFacts(checker, value, add);
    for (const one of membersOf(value)) {
      if (one.isStringLiteral()) values.add(one.value);
      // The fields of a change are themselves facts.
      if (property.name === 'field') add(one.isStringLiteral() ? one.value : '(any field)');
    }
  }
}

function recordedAt(facts: Map<string, Recorded>, name: string, place: string): Recorded {
  const fact = facts.get(name) ?? { place, values: new Set() };
  facts.set(name, fact);
  fact.place = place;
  return fact;
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
