/** What OCR takes one sign for. */
const TAKEN: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'l',
  '.': ',',
  'ि': 'ी',
  'ी': 'ि',
  'ु': 'ू',
  'ं': 'ँ',
  ब: 'व',
  व: 'ब',
  ष: 'प',
  य: 'प',
  म: 'भ',
  घ: 'ध',
  'े': 'ै',
  'ो': 'ौ',
  e: 'c',
  i: 'l',
  m: 'rn',
  h: 'b',
  u: 'n',
  ':': ';',
  ',': '.',
  S: '5',
};
const SHARE = 0.02;
const SPACES = 0.006;

/** A text as OCR makes it: one sign in fifty of those that are mistaken is another, a space too much here and there. */
export function noisy(text: string, draw: () => number): string {
  return Array.from(text)
    .map((sign) => {
      if (draw() < SHARE) return TAKEN[sign] ?? sign;
      return /[\d/]/.test(sign) && draw() < SPACES ? `${sign} ` : sign;
    })
    .join('');
}
