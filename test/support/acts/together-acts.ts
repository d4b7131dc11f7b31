import fc from 'fast-check';
import type { FileModel } from '../model/file-model';
import { EVENTS } from '../model/steps';
import type { ModelTogether, TogetherStep } from '../model/together';
import { volumesModelled } from '../model/volumes';

/** Brings a file and another together or apart, or answers the code of the refusal. */
export function takeTogether(file: FileModel, by: string, step: TogetherStep, others: readonly FileModel[]) {
  const [other, refusal] = [otherOf(file, step, others), refusesTogether(file, by, step, others)];
  if (refusal || !other) return refusal;
  file.seen();
  if (step.does === 'link') for (const [one, two] of pair(file, other)) one.linked.add(two);
  if (step.does === 'unlink') for (const [one, two] of pair(file, other)) one.linked.delete(two);
  if (step.does !== 'link' && step.does !== 'unlink') other.seen();
  if (step.does === 'incorporate') file.incorporateIn(other, by);
  if (step.does === 'attach') [file.attachedTo, file.back] = [other, false];
  if (step.does === 'attach') other.inside.add(file);
  if (step.does === 'detach') file.attachedTo = null;
  if (step.does === 'detach') other.inside.delete(file);
  const name = EVENTS[step.does];
  file.events.push({ name, other });
  other.events.push({ name, other: file, ofOther: true });
  return null;
}

/** The code with which the step is refused, if it is. */
export function refusesTogether(file: FileModel, by: string, step: TogetherStep, others: readonly FileModel[]) {
  const other = otherOf(file, step, others);
  return obstacle(file, by, step, other) ?? (other ? null : 'illegal-file-move');
}

/** The other file of a step. */
export function otherOf(file: FileModel, step: TogetherStep, others: readonly FileModel[]): FileModel | null {
  if ('other' in step) return others[step.other % others.length] ?? null;
  const other = step.does === 'detach' ? file.attachedTo : file.mainFile;
  return others.find((one) => one === other) ?? null;
}

/** Why no part is opened, as its code. */
export function obstacleToPart(main: FileModel, by: string, role: string): string | null {
  if (!main.readableBy(by)) return 'not-found';
  if (!main.readers.has(by) || !['officer', 'dealing_hand'].includes(role)) return 'not-allowed';
  if (main.holder === null) return 'illegal-file-move';
  if (main.holder === by) return 'main-file-here';
  if (main.mainFile) return 'part-of-part';
  return main.confidential && role !== 'officer' ? 'grading-needs-officer' : null;
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
  if (does === 'open_part') return null;
  const unfit = file.unfitFor(does);
  if (unfit) return unfit;
  if (does === 'incorporate') return obstacleToIncorporating(file, by);
  if (does === 'attach' && file === other) return 'attached-to-itself';
  if (does === 'unlink') return other?.readableBy(by) && file.linked.has(other) ? null : 'not-linked';
  if (!other?.readableBy(by)) return 'unknown-file';
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

function obstacleToIncorporating(file: FileModel, by: string): string | null {
  const { mainFile, inside, confidential, pending, consultation } = file;
  if (!mainFile) return 'no-part';
  if (mainFile.holder !== by) return 'files-on-two-desks';
  if (mainFile.attachedTo) return 'file-attached';
  if (inside.size > 0) return 'files-attached';
  if (confidential && !mainFile.confidential) return 'part-more-graded';
  if (pending) return 'note-in-the-way';
  return consultation.asked.size > 0 ? 'opinions-awaited' : null;
}

/** Linking, attaching, and mostly detaching what is attached. */
export function togetherSteps(): fc.Arbitrary<TogetherStep> {
  const other = fc.nat(9);
  return fc.oneof(
    fc.record({ does: fc.constantFrom('link' as const, 'unlink' as const), other }),
    ...[1, 2].map(() => fc.record({ does: fc.constant('attach' as const), other })),
    fc.constant<TogetherStep>({ does: 'detach' }),
    fc.constant<TogetherStep>({ does: 'incorporate' }),
  );
}

/** The files, by their place, with which this one is together. */
export const togetherModelled = (file: FileModel, reader: string) => {
  const { attachedTo, inside, linked, mainFile, parts, incorporated } = file;
  const numbers = (files: Iterable<ModelTogether>) =>
    [...files]
      .filter((file) => file.readableBy(reader))
      .map(({ cover }) => cover.computerNumber)
      .sort((a, b) => a - b);
  return {
    attachedTo: numbers(attachedTo ? [attachedTo] : []),
    attached: numbers(inside),
    linked: numbers(linked),
    mainFile: numbers(mainFile ? [mainFile] : []),
    part: mainFile ? mainFile.parts.indexOf(file) + 1 : null,
    incorporated,
    parts: parts.map(({ cover }) => cover.computerNumber),
    ...volumesModelled(file),
  };
};
