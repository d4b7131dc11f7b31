import ts from 'typescript';

/** Stands in a text for what only the running program knows. */
export const UNKNOWN = '\0';

export interface SqlLiteral {
  /** The text as far as it can be read: literals put together are one, constants of the same file are filled in. */
  readonly text: string;
  /** What it is called or given to: the name of a variable, of a property, of a function. */
  readonly name: string;
}

/** Every text of a source that a program could send to the database; words of imports and keys of objects are none. */
export function sqlLiteralsIn(source: ts.SourceFile): SqlLiteral[] {
  const constants = constantsOf(source);
  const found: SqlLiteral[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isText(node)) found.push({ text: textOf(node, constants), name: nameFor(node) });
    else ts.forEachChild(node, look);
    // What stands inside `${…}` may hold texts of its own.
    if (isText(node)) partsOf(node).forEach((part) => ts.forEachChild(part, look));
  };
  look(source);
  return found;
}

function constantsOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && isText(node.initializer)) {
      constants.set(node.name.text, textOf(node.initializer, constants));
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return constants;
}

/** A literal, a template, or several of them put together with `+`. */
function isText(node: ts.Node): node is ts.Expression {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return isSum(node) && (isText(node.left) || isText(node.right));
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function textOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? UNKNOWN;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression, constants);
  if (isSum(node)) return textOf(node.left, constants) + textOf(node.right, constants);
  if (!ts.isTemplateExpression(node)) return UNKNOWN;
  const spans = node.templateSpans.map(({ expression, literal }) => textOf(expression, constants) + literal.text);
  return node.head.text + spans.join('');
}

function partsOf(node: ts.Expression): readonly ts.Node[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans;
  return isSum(node) ? [node.left, node.right].filter((part) => !isText(part)) : [];
}

function nameFor(node: ts.Node): string {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression !== node) return lastName(parent.expression);
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent)) {
    return parent.name.getText();
  }
  if (ts.isPropertyDeclaration(parent)) return parent.name.getText();
  if (ts.isBinaryExpression(parent)) return lastName(parent.left);
  const passesOn =
    ts.isArrayLiteralExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent);
  return passesOn ? nameFor(parent) : '';
}

function lastName(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}
