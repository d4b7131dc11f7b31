import { ModelTogether } from './together';

/** The file is closed for good and goes on in its next volume. */
export interface VolumeStep {
  readonly does: 'open_volume';
  readonly explains?: boolean;
}

/** What of a file is told by the volumes before it and after it. */
export abstract class ModelVolumes extends ModelTogether {
  earlier: ModelVolumes | null = null;
  later: ModelVolumes | null = null;
  abstract override readonly register: readonly { readonly from: string | null; readonly to: string | null }[];
  abstract readonly sheet: readonly unknown[];

  get volume(): number {
    return 1 + (this.earlier?.volume ?? 0);
  }

  /** Who held this volume or one before: the posts of their registers. */
  protected get heldBy(): readonly string[] {
    const here = this.register.flatMap(({ from, to }) => [from, to]).filter((post) => post !== null);
    return [...(this.earlier?.heldBy ?? []), ...here];
  }

  /** Who reads it reads the one before, unless that is graded higher. */
  protected showEarlier(): void {
    const { earlier } = this;
    if (!earlier || (earlier.confidential && !this.confidential)) return;
    for (const post of this.readers) {
      earlier.readers.add(post);
      if (!earlier.confidential) earlier.showParts(post);
    }
    earlier.showEarlier();
  }

  /** It goes on as the one before, read by the same posts. */
  protected continues(before: ModelVolumes): void {
    [this.earlier, before.later] = [before, this];
    for (const post of before.readers) this.readers.add(post);
  }
}

/** The volumes before and after, as the head of a file names them. */
export const volumesModelled = ({ volume, earlier, later }: ModelVolumes) => ({
  volume,
  earlier: earlier && [earlier.cover.computerNumber, earlier.sheet.length],
  later: later && [later.cover.computerNumber, later.sheet.length],
});
