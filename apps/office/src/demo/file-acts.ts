import { CloseFile, CreateFile } from '@patravali/files';
import { ForwardFile, OpenFile, ReturnFile } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { dayFromToday } from './indian-days';
import type { Acts, StoryContext } from './story-context';
import { noteContent } from './structured';

export function fileActs({
  office,
  names,
}: StoryContext): Acts<'createFile' | 'open' | 'note' | 'forward' | 'return' | 'close'> {
  return {
    createFile: async (actor, { file, series, subject, grading, urgency }) => {
      const request = { headId: names.find('head', series), subject, grading, urgency };
      names.add('file', file, (await office.get(CreateFile).execute(actor, request)).id);
    },
    open: async (actor, { file }) => {
      await office.get(OpenFile).execute(actor, names.find('file', file));
    },
    note: async (actor, { file, note }) => {
      await office.get(AddNote).execute(actor, names.find('file', file), noteContent(note));
    },
    forward: async (actor, { file, to, action, urgency, dueInDays, remarks, note }) => {
      await office.get(ForwardFile).execute(actor, names.find('file', file), {
        toPostId: names.find('post', to),
        action,
        ...(urgency ? { urgency } : {}),
        ...(dueInDays === undefined ? {} : { dueOn: dayFromToday(dueInDays) }),
        ...(remarks ? { remarks } : {}),
        ...(note ? { note: noteContent(note) } : {}),
        confirmNote: note !== undefined,
      });
    },
    return: async (actor, { file, reason, note }) => {
      const request = { reason, ...(note ? { note: noteContent(note) } : {}), confirmNote: note !== undefined };
      await office.get(ReturnFile).execute(actor, names.find('file', file), request);
    },
    close: async (actor, { file, reason }) => {
      await office.get(CloseFile).execute(actor, names.find('file', file), { reason, confirmNote: true });
    },
  };
}
