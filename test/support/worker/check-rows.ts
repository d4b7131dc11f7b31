import type { z } from 'zod';
import type { $ZodShape, $ZodType, $ZodTypes } from 'zod/v4/core';

const SHOWN_OF_SQL = 120;
const SHOWN_OF_VALUE = 80;

/** A statement answered other rows than it declares. */
export class RowMismatch extends Error {
  constructor(sql: string, differences: readonly string[]) {
    const statement = sql.trim().replaceAll(/\s+/g, ' ').slice(0, SHOWN_OF_SQL);
    super(`${statement} …\n  ${differences.join('\n  ')}`);
    this.name = 'RowMismatch';
  }
}

/**
 * Holds rows against their declaration: exactly the declared names, also inside, their types, and null only where it is
 * declared. A row is never converted: it must be already what its declaration says.
 * @throws RowMismatch
 */
export function checkRows(row: z.ZodObject, rows: readonly unknown[], sql: string): void {
  const [wrong] = rows.map((each) => differences(row, each)).filter(({ length }) => length > 0);
  if (wrong) throw new RowMismatch(sql, wrong);
}

function differences(declared: $ZodType, value: unknown, at = ''): string[] {
  const type = declared as $ZodTypes;
  const { def } = type._zod;
  switch (def.type) {
    case 'object':
      return isObject(value) ? inObject(def.shape, value, at) : [difference(at, 'an object', value)];
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((each, index) => differences(def.element, each, `${at}[${index}]`))
        : [difference(at, 'a list', value)];
    case 'record':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, each]) => differences(def.valueType, each, `${at}.${key}`))
        : [difference(at, 'an object', value)];
    case 'nullable':
      return value === null ? [] : differences(def.innerType, value, at);
    case 'optional':
    case 'default':
    case 'readonly':
      return differences(def.innerType, value, at);
    case 'union':
      return inUnion(def.options, value, at);
    case 'pipe':
    case 'transform':
      return [`${at}: a row is read as it is, so its declaration may not convert anything`];
    case 'custom':
    case 'unknown':
      return [];
    default:
      return isExactly(type, value) ? [] : [difference(at, formOf(type), value)];
  }
}

function inObject(shape: $ZodShape, value: Readonly<Record<string, unknown>>, at: string): string[] {
  const strange = Object.keys(value).filter((name) => !(name in shape));
  return [
    ...strange.map((name) => `${at}.${name}: not declared`),
    ...Object.entries(shape).flatMap(([name, declared]) => {
      if (name in value) return differences(declared, value[name], `${at}.${name}`);
      return (declared as $ZodTypes)._zod.def.type === 'optional' ? [] : [`${at}.${name}: declared, but not there`];
    }),
  ];
}

/** Of several forms the nearest: its differences tell most. */
function inUnion(options: readonly $ZodType[], value: unknown, at: string): string[] {
  const [nearest] = options.map((each) => differences(each, value, at)).sort((a, b) => a.length - b.length);
  return nearest ?? [];
}

/** Also what the declaration would trim, convert or put into another form is not what it says. */
function isExactly(type: $ZodTypes, value: unknown): boolean {
  const read = type['~standard'].validate(value);
  if (read instanceof Promise) throw new Error('A row is not declared by what has to be waited for');
  return !read.issues && Object.is(read.value, value);
}

function formOf({ _zod: { def } }: $ZodTypes): string {
  return 'format' in def && def.format ? `${def.type} (${def.format})` : def.type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function difference(at: string, wanted: string, value: unknown): string {
  return `${at}: declared as ${wanted}, was ${JSON.stringify(value).slice(0, SHOWN_OF_VALUE)}`;
}
