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

  /** Who held one of the volumes: the posts of their registers. */
  protected get heldBy(): readonly string[] {
    return this.volumes.flatMap(({ register }) =>
      register.flatMap(({ from, to }) => [from, to]).filter((post) => post !== null),
    );
  }

  /** All volumes of the file of which this is one. */
  protected get volumes(): ModelVolumes[] {
    return [...this.andEarlier, ...(this.later?.andLater ?? [])];
  }

  private get andEarlier(): ModelVolumes[] {
    return [...(this.earlier?.andEarlier ?? []), this];
  }

  private get andLater(): ModelVolumes[] {
    return [this, ...(this.later?.andLater ?? [])];
  }

  /** The other volumes have the same subject: they are graded with this one, and never the other way round. */
  protected gradeVolumes(): void {
    for (const volume of this.volumes) if (!volume.confidential) volume.regrade(true);
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
