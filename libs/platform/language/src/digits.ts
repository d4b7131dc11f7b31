const ZERO = 0x0966;

/** २४ as 24: what a person types or searches is compared in western digits. */
export function westernDigits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - ZERO));
}
