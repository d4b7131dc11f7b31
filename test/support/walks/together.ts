import type { Actor } from '@patravali/authorization';
import { AttachFile, DetachFile, IncorporatePart, LinkFile, OpenPart, UnlinkFile } from '@patravali/files';
import type { FileModel } from '../model/file-model';
import type { TogetherStep } from '../model/together';
import { otherOf } from '../acts/together-acts';
import type { TestOffice } from '../office/test-office';

interface TwoFiles {
  readonly fileId: string;
  readonly otherId: string;
}

/** Takes in the office a step of two files. */
export function actTogether(
  office: TestOffice,
  by: Actor,
  { fileId, otherId }: TwoFiles,
  { does }: TogetherStep,
): Promise<unknown> {
  switch (does) {
    case 'link':
      return office.get(LinkFile).execute(by, fileId, { otherFileId: otherId });
    case 'unlink':
      return office.get(UnlinkFile).execute(by, fileId, otherId, { reason: 'नियमानुसार' });
    case 'attach':
      return office.get(AttachFile).execute(by, fileId, { mainFileId: otherId });
    case 'detach':
      return office.get(DetachFile).execute(by, fileId, {});
    case 'incorporate':
      return office.get(IncorporatePart).execute(by, fileId);
    case 'open_part':
      return office.get(OpenPart).execute(by, fileId, {});
  }
}

/** The other file of the step, unless it is the same. */
export function besides(file: FileModel, step: TogetherStep, files: readonly FileModel[]): FileModel[] {
  const other = otherOf(file, step, files);
  return other && other !== file ? [other] : [];
}
