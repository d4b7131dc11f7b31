import { rulesToAST } from '@casl/ability/extra';
import { type Parameters, snakeCase } from '@patravali/database';
import { CompoundCondition, type Condition, FieldCondition } from '@ucast/core';
import { getMetadataArgsStorage } from 'typeorm';
import type { Ability, Action, SubjectClass } from './ability';

/**
 * The WHERE clause for the rows on which the ability allows the action: the counterpart of `authorize` for lists, from
 * the same rules. `alias` is the table's alias in the statement. A condition on anything but a column throws `UntranslatableCondition`.
 */
export function rowFilter(
  ability: Ability,
  action: Action,
  entity: SubjectClass,
  alias: string,
  parameters: Parameters,
): string {
  const condition = rulesToAST(ability, action, entity);
  if (!condition) return 'FALSE';
  return toSql(condition, {
    columns: columnsOf(entity),
    entity: entity.name,
    asked: ASKED.get(entity) ?? {},
    alias,
    bind: parameters.bind,
  });
}

/** What a field that is no column of the entity stands for: a condition on the row under this alias, whose value is bound. */
type Asked = (alias: string, value: string) => string;

const ASKED = new Map<SubjectClass, Readonly<Record<string, Asked>>>();

/**
 * Says what is asked of the database where a rule names these fields of an entity. In memory the field has that value of which the
 * database has said so before; unasked it has none, and the rule allows nothing.
 */
export function askTheDatabase(entity: SubjectClass, fields: Readonly<Record<string, Asked>>): void {
  ASKED.set(entity, fields);
}

interface Scope {
  readonly columns: ReadonlyMap<string, { isArray: boolean; type: string }>;
  readonly entity: string;
  readonly asked: Readonly<Record<string, Asked>>;
  readonly alias: string;
  readonly bind: (value: unknown) => string;
}

function columnsOf(entity: SubjectClass): Scope['columns'] {
  const columns = getMetadataArgsStorage().filterColumns(entity);
  return new Map(
    columns.map(({ propertyName, options }) => [
      propertyName,
      { isArray: options.array === true, type: typeof options.type === 'string' ? options.type : 'text' },
    ]),
  );
}

function toSql(condition: Condition, scope: Scope): string {
  if (condition instanceof CompoundCondition) return compoundToSql(condition as CompoundCondition, scope);
  if (condition instanceof FieldCondition) return fieldToSql(condition as FieldCondition, scope);
  throw new UntranslatableCondition(condition.operator);
}

function compoundToSql({ operator, value }: CompoundCondition, scope: Scope): string {
  const parts = value.map((part) => toSql(part, scope));
  switch (operator) {
    case 'and':
      return parts.length > 0 ? `(${parts.join(' AND ')})` : 'TRUE';
    case 'or':
      return parts.length > 0 ? `(${parts.join(' OR ')})` : 'FALSE';
    case 'not':
      return isNotTrue(parts.join(' AND '));
    default:
      throw new UntranslatableCondition(operator);
  }
}

function fieldToSql({ operator, field, value }: FieldCondition, scope: Scope): string {
  const asked = scope.asked[field];
  if (asked && operator === 'eq') return asked(scope.alias, scope.bind(value));
  const column = scope.columns.get(field);
  if (!column) throw new UntranslatableCondition(`${scope.entity}.${field} is not a column`);
  const name = `${scope.alias}.${snakeCase(field)}`;
  switch (operator) {
    case 'eq':
      return equals(name, column, value, scope);
    case 'ne':
      return isNotTrue(equals(name, column, value, scope));
    case 'in':
      return among(name, column, value as unknown[], scope);
    case 'nin':
      return isNotTrue(among(name, column, value as unknown[], scope));
    default:
      throw new UntranslatableCondition(operator);
  }
}

/** On an array column a single value means "contains", as CASL reads it in memory. */
function equals(name: string, column: { isArray: boolean; type: string }, value: unknown, scope: Scope): string {
  if (value === null) return `${name} IS NULL`;
  if (typeof value === 'object') throw new UntranslatableCondition(`${name} is compared with more than one value`);
  if (column.isArray) return `${name} @> ARRAY[${scope.bind(value)}]::${column.type}[]`;
  return `${name} = ${scope.bind(value)}`;
}

function among(name: string, column: { isArray: boolean; type: string }, values: unknown[], scope: Scope): string {
  const list = `${scope.bind(values.filter((value) => value !== null))}::${column.type}[]`;
  if (column.isArray) return `${name} && ${list}`;
  return values.includes(null) ? `(${name} = ANY (${list}) OR ${name} IS NULL)` : `${name} = ANY (${list})`;
}

/** SQL's NOT leaves NULL as NULL, which hides the row; IS NOT TRUE agrees with JavaScript. */
function isNotTrue(sql: string): string {
  return `(${sql}) IS NOT TRUE`;
}

export class UntranslatableCondition extends Error {
  constructor(what: string) {
    super(`A rule cannot be turned into SQL: ${what}`);
    this.name = 'UntranslatableCondition';
  }
}
