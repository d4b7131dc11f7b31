import ts from 'typescript';

/** Methods that write the rows of the entity class they are given first. */
const WRITES = ['insert', 'update', 'delete', 'upsert', 'softDelete', 'increment', 'decrement', 'clear', 'into'];
/** Methods that hand out what writes them. */
const OPENS = ['getRepository'];
/** What answers rows as the driver has them. */
const READS = ['query', 'select', 'getRawMany', 'getRawOne'];

/** The entity classes whose rows a source writes, under the names of their declarations. */
export function entitiesWrittenIn(source: ts.SourceFile): string[] {
  const declared = importedNames(source);
  return calls(source).flatMap((call) => {
    const [entity] = call.arguments;
    const writes = [...WRITES, ...OPENS].includes(methodOf(call));
    return writes && entity && ts.isIdentifier(entity) ? [declared.get(entity.text) ?? entity.text] : [];
  });
}

/** Where a source tells the compiler what a statement answers, in place of `select`, which can be held against it. */
export function typedByHandIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && READS.includes(methodOf(node)) && node.typeArguments) found.push(node.getText());
    if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && readsRows(node.expression)) {
      found.push(node.getText());
    }
    if (ts.isCallExpression(node) && methodOf(node) === 'query' && takesAnyType(node)) found.push(node.getText());
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** `query` answers whatever type is asked of it: of a variable, of a function, of what the answer is assigned to. */
function takesAnyType(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent)) return takesAnyType(parent);
  if (ts.isVariableDeclaration(parent)) return parent.type !== undefined;
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isBinaryExpression(parent);
}

/** `(await x.query(…))[0].rows`: through what only passes rows on. */
function readsRows(node: ts.Expression): boolean {
  if (ts.isCallExpression(node)) {
    return (
      READS.includes(methodOf(node)) || (ts.isPropertyAccessExpression(node.expression) && readsRows(node.expression))
    );
  }
  const passesOn =
    ts.isAwaitExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node);
  return passesOn && readsRows(node.expression);
}

function calls(source: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function methodOf({ expression }: ts.CallExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** `import { Note as N }`: what `N` is called where it comes from. */
function importedNames(source: ts.SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const look = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) names.set(node.name.text, (node.propertyName ?? node.name).text);
    ts.forEachChild(node, look);
  };
  look(source);
  return names;
}
