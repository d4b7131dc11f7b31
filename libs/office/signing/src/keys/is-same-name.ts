/** What stands before names in offices and certificates and is no part of them. */
const TITLES = new Set(['shri', 'sri', 'smt', 'km', 'kumari', 'mr', 'mrs', 'ms', 'dr', 'ias', 'pcs']);

const partsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== '' && !TITLES.has(part));

const fits = (part: string, other: string): boolean =>
  part === other || (part.length === 1 && other.startsWith(part)) || (other.length === 1 && part.startsWith(other));

/**
 * Whether two names may be of one person: each part of the shorter one is in the longer one, in any order, whole or as an
 * initial, and at least one of them whole. It is for a warning alone.
 */
export function isSameName(one: string, other: string): boolean {
  const [short = [], long = []] = [partsOf(one), partsOf(other)].sort((a, b) => a.length - b.length);
  const left = [...long];
  const whole = short.map((part) => {
    const place = left.includes(part) ? left.indexOf(part) : left.findIndex((other) => fits(part, other));
    return place < 0 ? null : left.splice(place, 1)[0] === part;
  });
  return !whole.includes(null) && whole.includes(true);
}
