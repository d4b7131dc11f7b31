import { FIELDS_OF_NUMBERS, NEEDED_IN_NUMBERS, type NumberKind } from '@patravali/contract';

/** The fields that the form of a number names, and those that it should name. */
export function mistakesOfForm(kind: NumberKind, template: string) {
  const used: readonly string[] = template.match(/\{\w*\}/g) ?? [];
  const possible = FIELDS_OF_NUMBERS[kind];
  return {
    unknown: used.filter((field) => !possible.includes(field)),
    missing: NEEDED_IN_NUMBERS.filter((field) => !used.includes(field)),
    possible,
  };
}
