import type { Bilingual, Language } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import type { Dice } from './dice';
import type { Matters, Sender } from './matters';
import type { Turns } from './turns';

/** Which tehsils and blocks lie in a district, by the third part of its name. */
const OF_DISTRICT: Readonly<Record<string, string>> = { azm: '', mau: 'Mau', bla: 'Ballia' };
const PEOPLE = ['man', 'man2', 'woman'];

/** The names and figures of one file: a village stays the same from its first letter to its last note. */
export class Wording {
  private readonly values = new Map<string, Bilingual>();

  private readonly dice: Dice;

  /** @param people whose names the files share: one is on a second file when everybody has been on one. */
  constructor(
    private readonly matters: Matters,
    private readonly parts: { readonly dice: Dice; readonly people: Turns; readonly begins: Date },
  ) {
    const { dice, begins } = parts;
    this.dice = dice;
    const { words } = matters.texts;
    const [hi = '', en = '', mail = ''] = dice.pick(words.district ?? []).split('|');
    const place = OF_DISTRICT[mail] ?? '';
    this.values.set('district', { hi, en });
    this.draw({ tehsil: `tehsil${place}`, block: `block${place}`, village: 'village', school: 'school' });
    this.draw({ post: 'post' });
    const day = dayInIndia(begins);
    this.values.set('month', bilingual(words.months?.[(Number(day.slice(5, 7)) + 10) % 12] ?? ''));
    this.set('year', day.slice(0, 4));
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
    return text.replaceAll(/\{([a-z]\w*)\}/g, (_, name: string) => this.value(name)[language]);
  }

  both(text: Bilingual): Bilingual {
    return { hi: this.fill(text.hi, 'hi'), en: this.fill(text.en, 'en') };
  }

  sender(name: string): Sender {
    const sender = this.matters.senders[name];
    if (!sender) throw new Error(`The demo has no sender ${name}`);
    return sender;
  }

  /** An office has one mail box, named after its place. */
  mail({ email }: Sender): string | undefined {
    return email === undefined ? undefined : this.fill(email, 'en').toLowerCase().replaceAll(' ', '');
  }

  /** Whoever holds that post at that place, always the same; who writes for himself is the one whom the file is about. */
  signatory({ place, signatories }: Sender): Bilingual {
    if (!signatories) return this.value('man');
    const at = this.fill(place ?? '', 'en');
    const signatory = signatories[at];
    if (signatory === undefined) throw new Error(`The demo has nobody who signs in ${at}`);
    return bilingual(signatory);
  }

  /** Names of people are drawn when they are first wanted, so that none is used up by a file that names nobody. */
  private value(name: string): Bilingual {
    const known = this.values.get(name);
    if (known) return known;
    if (!PEOPLE.includes(name)) throw new Error(`The demo has no word {${name}}`);
    const value = bilingual(this.parts.people.pick(this.matters.texts.words[name] ?? [], this.dice));
    this.values.set(name, value);
    return value;
  }

  private draw(lists: Readonly<Record<string, string>>): void {
    for (const [name, list] of Object.entries(lists)) this.values.set(name, this.word(list));
  }

  private word(list: string): Bilingual {
    return bilingual(this.dice.pick(this.matters.texts.words[list] ?? []));
  }

  private set(name: string, value: string | number): void {
    this.values.set(name, { hi: String(value), en: String(value) });
  }
}

function bilingual(word: string): Bilingual {
  const [hi = '', en = ''] = word.split('|');
  return { hi, en };
}
