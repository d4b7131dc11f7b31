import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiscussionsQuery } from '@patravali/contract';
import { DiscussionBox } from '@patravali/desk';
import { CloseFile, CreateFile, ReopenFile } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile, ReturnFile } from '@patravali/movement';
import { AddNote, AnswerDiscussion } from '@patravali/notes';
import { z } from 'zod';
import { demoFolder } from '../story/demo-folder';
import type { NoteText } from '../story/story';
import type { Acts, StoryContext } from '../story/story-context';
import { noteContent } from '../story/structured';

const EXPLANATIONS = z.strictObject({ usual: z.string() });

export function fileActs({
  office,
  names,
  time,
}: StoryContext): Acts<
  'createFile' | 'open' | 'note' | 'forward' | 'return' | 'pullBack' | 'confirmDiscussion' | 'close' | 'reopen'
> {
  // Said of what was kept longer than the limit; of all else it is not recorded.
  const { usual: explanation } = EXPLANATIONS.parse(
    JSON.parse(readFileSync(join(demoFolder(), 'explanations.json'), 'utf8')),
  );
  const written = (note: NoteText) => noteContent(note, (marking) => names.find('post', marking));
  return {
    createFile: async (actor, { file, series, category, subject, grading, urgency }) => {
      const categoryId = category === undefined ? null : names.find('category', category);
      const request = { headId: names.find('head', series), categoryId, subject, grading, urgency };
      names.add('file', file, (await office.get(CreateFile).execute(actor, request)).id);
    },
    open: async (actor, { file }) => {
      await office.get(OpenFile).execute(actor, names.find('file', file));
    },
    note: async (actor, { file, note }) => {
      await office.get(AddNote).execute(actor, names.find('file', file), written(note));
    },
    forward: async (actor, { file, to, action, urgency, dueInDays, remarks, note }) => {
      await office.get(ForwardFile).execute(actor, names.find('file', file), {
        toPostId: names.find('post', to),
        action,
        ...(urgency ? { urgency } : {}),
        ...(dueInDays === undefined ? {} : { dueOn: time.workingDay(dueInDays) }),
        ...(remarks ? { remarks } : {}),
        ...(note ? { note: written(note) } : {}),
        confirmNote: note !== undefined,
        explanation,
      });
    },
    return: async (actor, { file, reason, note }) => {
      const request = {
        reason,
        ...(note ? { note: written(note) } : {}),
        confirmNote: note !== undefined,
        explanation,
      };
      await office.get(ReturnFile).execute(actor, names.find('file', file), request);
    },
    pullBack: async (actor, { file, reason }) => {
      await office.get(PullBackFile).execute(actor, names.find('file', file), { reason });
    },
    reopen: async (actor, { file, reason }) => {
      await office.get(ReopenFile).execute(actor, names.find('file', file), { reason });
    },
    confirmDiscussion: async (actor) => {
      const [last] = (await office.get(DiscussionBox).execute(actor, DiscussionsQuery.parse({}))).items;
      if (!last) throw new Error('no discussion names whoever confirms one');
      await office.get(AnswerDiscussion).execute(actor, last.id, { answer: 'confirmed', remarks: null });
    },
    close: async (actor, { file, reason }) => {
      await office.get(CloseFile).execute(actor, names.find('file', file), {
        reason,
        confirmNote: true,
        explanation,
      });
    },
  };
}
