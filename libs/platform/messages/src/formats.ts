import type { Language } from '@patravali/contract';

const ZONE = 'Asia/Kolkata';
const LOCALE: Record<Language, string> = { hi: 'hi-IN-u-nu-latn', en: 'en-IN' };

/** `24 Nov 2026`, `24 नवम्बर 2026`. `day` is `YYYY-MM-DD`. */
export function formatDay(language: Language, day: string): string {
  return inIndia(language, new Date(`${day}T00:00:00+05:30`));
}

/** `24 Nov 2026, 14:05`, in Indian time. */
export function formatTime(language: Language, instant: Date): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    instant,
  );
  return `${inIndia(language, instant)}, ${clock}`;
}

/** The Indian grouping: 12,34,567. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('en-IN').format(value);
}

/** The calendar day in India at that instant, `YYYY-MM-DD`. */
export function dayInIndia(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

function inIndia(language: Language, instant: Date): string {
  const parts = new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: ZONE,
    day: 'numeric',
    month: language === 'hi' ? 'long' : 'short',
    year: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')} ${part('month').replace('नवंबर', 'नवम्बर').replace('दिसंबर', 'दिसम्बर').replace('सितंबर', 'सितम्बर').replace('Sept', 'Sep')} ${part('year')}`;
}
