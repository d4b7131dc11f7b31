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

/** By what a register is narrowed beside its days; which of these it knows, and what they are called there, it says itself. */
export interface RegisterFilters {
  /** In the name of the sender or the addressee. */
  party?: string | undefined;
  /** In the number of the letter. */
  numberHas?: string | undefined;
  mode?: string | undefined;
  state?: string | undefined;
  /** The post on whose desk it lies. */
  desk?: string | undefined;
  /** The post whose name the letter bears. */
  signatory?: string | undefined;
}

/** What the address of a register says. */
export interface RegisterSearch extends Range, RegisterFilters {}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) ? value : undefined);
  const text = (value: unknown) =>
    // What looks like a number in an address is read as one.
    (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
  const id = (value: unknown) => (typeof value === 'string' && ID.test(value) ? value : undefined);
  return {
    from: day(search.from),
    to: day(search.to),
    party: text(search.party),
    numberHas: text(search.numberHas),
    mode: text(search.mode),
    state: text(search.state),
    desk: id(search.desk),
    signatory: id(search.signatory),
  };
}
