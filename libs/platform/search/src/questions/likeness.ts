/** Whether two words differ by no more than one letter: another, one more, one less, or two that changed places. */
export function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const restOfLong = long.slice(at + 1);
  if (short.slice(at) === restOfLong) return true;
  if (short.length < long.length) return false;
  const areSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === restOfLong || (areSwapped && short.slice(at + 2) === long.slice(at + 2));
}
