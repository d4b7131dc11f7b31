const INDIAN = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 2 });

/** The Indian grouping, in both languages: 12,34,567. */
export function formatNumber(value: number): string {
  return INDIAN.format(value);
}
