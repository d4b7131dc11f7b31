import { type Register, REGISTERS } from '@patravali/contract';
import { notFound } from '@tanstack/react-router';

export function readRegister(name: string): Register {
  const register = REGISTERS.find((one) => one === name);
  if (!register) throw notFound();
  return register;
}

/** Two days, both inclusive, as `YYYY-MM-DD`. */
export interface Range {
  from?: string | undefined;
  to?: string | undefined;
}

/** What the address of a register says: the days, and perhaps whose letters. */
export interface RegisterSearch extends Range {
  signatory?: string | undefined;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readRange(search: Record<string, unknown>): RegisterSearch {
  const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) ? value : undefined);
  const { signatory } = search;
  return {
    from: day(search.from),
    to: day(search.to),
    signatory: typeof signatory === 'string' && ID.test(signatory) ? signatory : undefined,
  };
}
