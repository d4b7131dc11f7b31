import { Refusal } from '@patravali/errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ORDINAL = /^[1-9]\d{0,8}$/;
const NAMES = /(?<=:)\w+/g;

/** The names of a path's parameters; one that ends in `Id` is a UUID, every other counts from 1. */
export function parameterNames(path: string): string[] {
  return path.match(NAMES) ?? [];
}

export function isId(name: string): boolean {
  return name.endsWith('Id');
}

/**
 * The parameters of a path as what they are.
 * @throws Refusal `not-found`: what is no id and no number names nothing, like any other thing that is not there.
 */
export function readParameters(path: string, given: Readonly<Record<string, string>>): Record<string, string | number> {
  return Object.fromEntries(
    parameterNames(path).map((name) => {
      const value = given[name] ?? '';
      if (!(isId(name) ? UUID : ORDINAL).test(value)) throw new Refusal('not-found');
      return [name, isId(name) ? value.toLowerCase() : Number(value)];
    }),
  );
}
