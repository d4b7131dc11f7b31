/** How much may be in work at once. */
export interface ShareLimits {
  readonly atOnce: number;
  /** How much of it may be long, so that something short never waits for that; all of it unless said otherwise. */
  readonly longAtOnce?: number;
  /** How much of it may be one person's, so that what is left is there for the others at once; all of it unless said otherwise. */
  readonly ofOneAtOnce?: number;
}

/** Whose work it is, and whether it is long. */
export interface Piece {
  readonly person: string;
  readonly long: boolean;
}

/** Work that the office does by itself takes its turns as one more person does, and may be as much as there is. */
export const THE_OFFICE = '';

/** Counts what is in work of one line, or of one kind of work in it. */
export class Share {
  private inWork = 0;
  private longInWork = 0;
  private readonly ofPersons = new Map<string, number>();

  get size(): number {
    return this.inWork;
  }

  hasRoomFor({ person, long }: Piece, { atOnce, longAtOnce = atOnce, ofOneAtOnce = atOnce }: ShareLimits): boolean {
    const hasEnough = person !== THE_OFFICE && this.ofPerson(person) >= ofOneAtOnce;
    return this.inWork < atOnce && !hasEnough && !(long && this.longInWork >= longAtOnce);
  }

  begin({ person, long }: Piece): void {
    this.inWork++;
    if (long) this.longInWork++;
    this.ofPersons.set(person, this.ofPerson(person) + 1);
  }

  end({ person, long }: Piece): void {
    this.inWork--;
    if (long) this.longInWork--;
    const left = this.ofPerson(person) - 1;
    if (left > 0) this.ofPersons.set(person, left);
    else this.ofPersons.delete(person);
  }

  private ofPerson(person: string): number {
    return this.ofPersons.get(person) ?? 0;
  }
}
