const ZERO = 0x0966;

/** A number as somebody types it: `2871`, `2,871`, `२,८७१`; NaN for what is none. */
export function readNumber(typed: string): number {
  const digits = typed.replace(/[\s,]/g, '').replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - ZERO));
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
