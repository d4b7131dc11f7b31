import type { OperationId, OPERATIONS, ParameterNames } from '@patravali/contract';
import { z } from 'zod';
import { isId, parameterNames } from '../requests/path-parameters';

type Name = ParameterNames<(typeof OPERATIONS)[OperationId]['path']>;

const MEANING: Readonly<Record<Name, string>> = {
  bindingId: 'That a certificate is bound',
  chargeId: 'That the charge of a post was handed over',
  commentId: 'The comment on a draft',
  consultedId: 'The question to one of the consulted posts',
  dispatchId: 'The dispatch to one recipient',
  documentId: 'The document',
  draftId: 'The draft',
  draftVersion: 'The version of the draft, from 1',
  fileId: 'The file',
  groupId: 'The group of words that mean the same',
  headId: 'The number head',
  issueId: 'The issued letter',
  keyId: 'The signing key',
  leaveId: 'The leave of a person from a post',
  letterId: 'The letter that awaits signatures',
  note: 'The number of the note on the sheet, from 1',
  noteId: 'The note',
  otherFileId: 'The file that is linked',
  page: 'The page, from 1',
  pdfId: 'The PDF that was asked for',
  personId: 'The person',
  phraseId: 'The kept phrase',
  postId: 'The post',
  receiptId: 'The receipt',
  rootId: 'The trusted root',
  serial: 'The serial number of the letter in the file, from 1',
  sessionId: 'The session',
  templateId: 'The template',
  tenureId: 'That a person holds a post',
  unitId: 'The unit',
  viewId: 'The kept view',
};

/** The parameters of a path; what is no id and no number names nothing, and is not found. */
export function pathParameters(path: string): z.ZodObject {
  return z.object(
    Object.fromEntries(
      parameterNames(path).map((name) => [
        name,
        (isId(name) ? z.uuid() : z.int32().min(1)).meta({ description: MEANING[name as Name] }),
      ]),
    ),
  );
}
