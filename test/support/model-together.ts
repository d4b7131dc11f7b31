import type { FileState } from '@patravali/contract';
import fc from 'fast-check';
import type { FileModel } from './file-model';
import { ModelAside } from './model-aside';

/** What is done to a file and another, of so many; a file is detached from where it is. */
export type TogetherStep =
  | { readonly does: 'link' | 'unlink' | 'attach'; readonly other: number }
  | { readonly does: 'detach' };

const TOGETHER_STEPS = ['link', 'unlink', 'attach', 'detach'];

export function isTogether(step: { readonly does: string }): step is TogetherStep {
  return TOGETHER_STEPS.includes(step.does);
}

/** What may be done while a file travels inside another. */
const STAYING = ['detach', 'follow', 'unfollow', 'answer'];
const ELSEWHERE = ['reopen', 'take_up', 'review', 'take_out'];

/** What of a file is told by those with which it is together. */
export abstract class ModelTogether extends ModelAside {
  attachedTo: FileModel | null = null;
  readonly inside = new Set<FileModel>();
  readonly linked = new Set<FileModel>();

  override get state(): FileState {
    return this.attachedTo ? 'attached' : super.state;
  }

  /** Why it takes no act of its own. */
  protected unfitInside(does: string): string | null {
    if (!this.attachedTo || STAYING.includes(does)) return null;
    return ELSEWHERE.includes(does) ? 'illegal-file-move' : 'file-attached';
  }

  protected carryInside(to: string): void {
    for (const file of [...this.inside].sort((a, b) => a.cover.computerNumber - b.cover.computerNumber))
      file.goAlong(to);
  }
}

/** Brings a file and another together or apart, or answers the code of the refusal. */
export function takeTogether(file: FileModel, by: string, step: TogetherStep, others: readonly FileModel[]) {
  const other = step.does === 'detach' ? file.attachedTo : others[step.other % others.length];
  const refusal = obstacle(file, by, step, other ?? null);
  if (refusal || !other) return refusal ?? 'illegal-file-move';
  file.seen();
  if (step.does === 'link') for (const [one, two] of pair(file, other)) one.linked.add(two);
  if (step.does === 'unlink') for (const [one, two] of pair(file, other)) one.linked.delete(two);
  if (step.does === 'attach' || step.does === 'detach') other.seen();
  if (step.does === 'attach') [file.attachedTo, file.back] = [other, false];
  if (step.does === 'attach') other.inside.add(file);
  if (step.does === 'detach') file.attachedTo = null;
  if (step.does === 'detach') other.inside.delete(file);
  const name = { link: 'file.linked', unlink: 'file.unlinked', attach: 'file.attached', detach: 'file.detached' }[
    step.does
  ];
  file.events.push({ name, other });
  other.events.push({ name, other: file, ofOther: true });
  return null;
}

const pair = (file: FileModel, other: FileModel) =>
  [
    [file, other],
    [other, file],
  ] as const;

function obstacle(file: FileModel, by: string, step: TogetherStep, other: FileModel | null): string | null {
  if (!file.readableBy(by)) return 'not-found';
  if (!file.mayHold(by)) return 'not-allowed';
  const { does } = step;
  if (does === 'detach') return file.attachedTo ? null : 'illegal-file-move';
  const unfit = file.unfitFor(does);
  if (unfit) return unfit;
  if (does === 'attach' && file === other) return 'attached-to-itself';
  const unseen = !other?.readableBy(by);
  if (does === 'unlink') return unseen || !file.linked.has(other) ? 'not-linked' : null;
  if (unseen) return 'unknown-file';
  if (does === 'link') {
    if (file === other) return 'linked-to-itself';
    return file.linked.has(other) ? 'already-linked' : null;
  }
  if (other.holder !== by) return 'files-on-two-desks';
  if (other.attachedTo) return 'file-attached';
  if (file.inside.size > 0) return 'attached-on-one-level';
  if (file.confidential && !other.confidential) return 'attached-more-graded';
  return file.pending ? 'note-in-the-way' : null;
}

/** Linking, attaching, and mostly detaching what is attached. */
export function togetherSteps(): fc.Arbitrary<TogetherStep> {
  const other = fc.nat(9);
  return fc.oneof(
    fc.record({ does: fc.constantFrom('link' as const, 'unlink' as const), other }),
    ...[1, 2].map(() => fc.record({ does: fc.constant('attach' as const), other })),
    fc.constant<TogetherStep>({ does: 'detach' }),
  );
}

/** The files, by their place, with which this one is together. */
export const togetherModelled = ({ attachedTo, inside, linked }: FileModel, reader: string) => {
  const numbers = (files: Iterable<FileModel>) =>
    [...files]
      .filter((file) => file.readableBy(reader))
      .map(({ cover }) => cover.computerNumber)
      .sort((a, b) => a - b);
  return { attachedTo: numbers(attachedTo ? [attachedTo] : []), attached: numbers(inside), linked: numbers(linked) };
};
