import type { Language } from '@patravali/contract';

const INDIA = 'Asia/Kolkata';
/** Spelt as offices write them, which is not always as the browser's own data does. */
const MONTHS: Record<Language, { long: readonly string[]; short: readonly string[] }> = {
  en: {
    long: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  },
  hi: {
    long: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्टूबर नवम्बर दिसम्बर'.split(' '),
    short: 'जन. फ़र. मार्च अप्रैल मई जून जुला. अग. सित. अक्टू. नव. दिस.'.split(' '),
  },
};
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: INDIA,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: INDIA });

/** The calendar day in India, `YYYY-MM-DD`, of an instant; a day stays as it is. */
export function dayInIndia(value: string | Date): string {
  return typeof value === 'string' && value.length === 10 ? value : CALENDAR.format(new Date(value));
}

export function today(): string {
  return dayInIndia(new Date());
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(dayInIndia(to)) - Date.parse(dayInIndia(from))) / 86_400_000);
}

export function formatDay(value: string, language: Language): string {
  const { year, month, date } = partsOf(value);
  return `${String(date)} ${MONTHS[language].long[month] ?? ''} ${String(year)}`;
}

export function formatDayShort(value: string, language: Language): string {
  const { month, date } = partsOf(value);
  return `${String(date)} ${MONTHS[language].short[month] ?? ''}`;
}

export function formatTime(instant: string): string {
  return CLOCK.format(new Date(instant));
}

export function formatDateTime(instant: string, language: Language): string {
  return `${formatDay(instant, language)}, ${formatTime(instant)}`;
}

function partsOf(value: string) {
  const day = dayInIndia(value);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) - 1, date: Number(day.slice(8, 10)) };
}
