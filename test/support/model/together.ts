import type { FileState } from '@patravali/contract';
import { ModelAside } from './aside';

/** What is done to a file and another, of so many; a file is detached from where it is. */
export type TogetherStep =
  | { readonly does: 'link' | 'unlink' | 'attach'; readonly other: number }
  | { readonly does: 'detach' | 'incorporate' | 'open_part' };

const TOGETHER_STEPS = ['link', 'unlink', 'attach', 'detach', 'incorporate', 'open_part'];
/** Of these whoever reads the one file is told. */
const OF_ONE_NUMBER = ['file.part_opened', 'file.part_incorporated', 'file.volume_opened'];

/** Whether whoever reads the one file is told of what was done to it and that other. */
export const isTold = (name: string, other: Pick<ModelTogether, 'readableBy'>, post: string): boolean =>
  OF_ONE_NUMBER.includes(name) || other.readableBy(post);

export function isTogether(step: { readonly does: string }): step is TogetherStep {
  return TOGETHER_STEPS.includes(step.does);
}

/** What may be done while a file travels inside another. */
const STAYING = ['detach', 'follow', 'unfollow', 'answer'];
const ELSEWHERE = ['reopen', 'take_up', 'review', 'take_out'];

/** What of a file is told by those with which it is together. */
export abstract class ModelTogether extends ModelAside {
  attachedTo: ModelTogether | null = null;
  readonly inside = new Set<ModelTogether>();
  readonly linked = new Set<ModelTogether>();
  /** Of which it is a part. */
  mainFile: ModelTogether | null = null;
  readonly parts: ModelTogether[] = [];
  incorporated = false;
  abstract readonly cover: { readonly computerNumber: number };
  abstract readonly readers: Set<string>;
  abstract confidential: boolean;
  abstract readableBy(post: string): boolean;
  abstract goAlong(to: string): void;
  abstract regrade(confidential: boolean): void;

  override get state(): FileState {
    return this.attachedTo ? 'attached' : super.state;
  }

  /** Why it takes no act of its own. */
  protected unfitInside(does: string): string | null {
    if (!this.attachedTo || STAYING.includes(does)) return null;
    return ELSEWHERE.includes(does) ? 'illegal-file-move' : 'file-attached';
  }

  /** What of other files stands against closing this one. */
  protected unfitToClose(): string | null {
    if (this.inside.size > 0) return 'files-attached';
    if (this.mainFile) return 'part-not-closed-alone';
    return this.parts.some(({ incorporated }) => !incorporated) ? 'parts-open' : null;
  }

  /** Whoever reads the main file reads the parts that were incorporated. */
  protected showParts(post: string): void {
    for (const part of this.parts) if (part.incorporated && !part.confidential) part.readers.add(post);
  }

  /** A part has the subject of its main file, and is never graded below it; what it is inside of is. */
  protected obstacleToGradingParts(): string | null {
    const stuck = this.parts.some(
      ({ confidential, attachedTo }) => !confidential && attachedTo && attachedTo !== this && !attachedTo.confidential,
    );
    return stuck ? 'part-inside-lower' : null;
  }

  /** Its parts are graded with it, wherever they lie, and never the other way round. */
  protected gradeParts(): void {
    for (const part of this.parts) if (!part.confidential) part.regrade(true);
  }

  protected carryInside(to: string): void {
    for (const file of [...this.inside].sort((a, b) => a.cover.computerNumber - b.cover.computerNumber))
      file.goAlong(to);
  }
}
