import type { Bilingual, Language } from '@patravali/contract';
import { dayInIndia, formatDate } from '@patravali/messages';
import type { Dice } from './dice';
import type { Matters, Sender } from './matters';

/** Which tehsils and blocks lie in a district, by the third part of its name. */
const OF_DISTRICT: Readonly<Record<string, string>> = { azm: '', mau: 'Mau', bla: 'Ballia' };
const HINDI = 0;
const ENGLISH = 1;

/** The names and figures of one file: a village stays the same from its first letter to its last note. */
export class Wording {
  private readonly values = new Map<string, Bilingual>();

  constructor(
    private readonly matters: Matters,
    private readonly dice: Dice,
    at: Date,
  ) {
    const { words } = matters.texts;
    const [hi = '', en = '', mail = ''] = dice.pick(words.district ?? []).split('|');
    const place = OF_DISTRICT[mail] ?? '';
    this.values.set('district', { hi, en });
    this.draw({ tehsil: `tehsil${place}`, block: `block${place}`, village: 'village', school: 'school' });
    this.draw({ man: 'man', man2: 'man2', woman: 'woman', post: 'post' });
    const day = dayInIndia(at);
    const month = words.months?.[(Number(day.slice(5, 7)) + 10) % 12] ?? '';
    this.values.set('month', { hi: month.split('|')[HINDI] ?? '', en: month.split('|')[ENGLISH] ?? '' });
    this.set('year', day.slice(0, 4));
    this.values.set('day', { hi: formatDate('letter', day, 'hi'), en: formatDate('letter', day, 'en') });
    this.set('mail', mail);
    this.set('n', dice.between(101, 1980));
    this.set('n2', dice.between(10_200, 48_900));
    this.set('few', dice.between(3, 14));
    this.set('count', dice.between(21, 38));
    this.set('plot', `${dice.between(112, 987)}${this.word('plotPart').hi}`);
    this.set('km', `${dice.between(2, 9)}–${dice.between(11, 24)}`);
    this.set('amount', `${dice.between(4, 96)}.${dice.between(10, 95)}`);
  }

  /** One of the office's own phrases of that name. */
  phrase(name: string, language: Language): string {
    return this.fill(this.dice.pick(this.matters.texts[language][name] ?? []), language);
  }

  fill(text: string, language: Language): string {
    return text.replaceAll(/\{([a-z]\w*)\}/g, (_, name: string) => {
      const value = this.values.get(name);
      if (!value) throw new Error(`The demo has no word {${name}}`);
      return value[language];
    });
  }

  both(text: Bilingual): Bilingual {
    return { hi: this.fill(text.hi, 'hi'), en: this.fill(text.en, 'en') };
  }

  sender(name: string): Sender {
    const sender = this.matters.senders[name];
    if (!sender) throw new Error(`The demo has no sender ${name}`);
    return sender;
  }

  /** The person who signs for a sender; who writes for himself is the one whom the file is about. */
  signatory(sender: string): Bilingual {
    const man = this.values.get('man');
    return sender === 'citizen' && man ? man : this.word('signatory');
  }

  private draw(lists: Readonly<Record<string, string>>): void {
    for (const [name, list] of Object.entries(lists)) this.values.set(name, this.word(list));
  }

  private word(list: string): Bilingual {
    const [hi = '', en = ''] = this.dice.pick(this.matters.texts.words[list] ?? []).split('|');
    return { hi, en };
  }

  private set(name: string, value: string | number): void {
    this.values.set(name, { hi: String(value), en: String(value) });
  }
}
