import { letterPage } from '@patravali/letters';
import { dayInIndia } from '@patravali/language';
import type { Typesetter } from '@patravali/typesetting';
import { letterData } from './letter-data';
import type { StoryLetter } from './story';

/** How many letters are set before they are wanted: the typesetter works while the database does. */
const AHEAD = 4;
const MS_PER_DAY = 86_400_000;

export interface ComingLetter {
  readonly name: string;
  readonly letter: StoryLetter;
  readonly comes: Date;
}

/** The letters that come in, as PDFs, in the order in which they come. */
export class LetterPdfs {
  private readonly pdfs = new Map<string, Promise<Uint8Array>>();
  private readonly places: ReadonlyMap<string, number>;
  private next = 0;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly coming: readonly ComingLetter[],
  ) {
    this.places = new Map(coming.map(({ name }, place) => [name, place]));
  }

  async take(name: string): Promise<Uint8Array> {
    for (; this.next <= this.placeOf(name) + AHEAD; this.next++) this.begin(this.coming[this.next]);
    const pdf = await this.pdfs.get(name);
    if (!pdf) throw new Error(`The letter ${name} was taken before`);
    this.pdfs.delete(name);
    return pdf;
  }

  /** The day under its head. */
  writtenOn(name: string): string {
    const coming = this.coming[this.placeOf(name)];
    if (!coming) throw new Error(`The story has no letter ${name}`);
    return writtenOn(coming);
  }

  private placeOf(name: string): number {
    return this.places.get(name) ?? -1;
  }

  private begin(coming: ComingLetter | undefined): void {
    if (!coming) return;
    const pdf = this.typesetter.typeset(letterPage(letterData(coming.letter, writtenOn(coming))));
    // Whoever takes it hears of a failure; until then it is nobody's.
    pdf.catch(() => undefined);
    this.pdfs.set(coming.name, pdf);
  }
}

function writtenOn({ letter, comes }: ComingLetter): string {
  return dayInIndia(new Date(comes.getTime() - letter.writtenDaysAgo * MS_PER_DAY));
}
