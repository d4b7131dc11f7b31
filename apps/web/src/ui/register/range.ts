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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readRange(search: Record<string, unknown>): Range {
  const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) ? value : undefined);
  return { from: day(search.from), to: day(search.to) };
}
