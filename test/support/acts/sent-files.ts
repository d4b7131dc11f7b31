import type { Actor } from '@patravali/authorization';
import { FileView, ForwardFile as ForwardFileRequest, NoteContent, PageQuery } from '@patravali/contract';
import { FileHistory, FileViewQuery } from '@patravali/files';
import {
  AgreeRecall,
  AskRecall,
  ForwardFile,
  OpenFile,
  PullUpFile,
  RefuseRecall,
  WithdrawRecall,
} from '@patravali/movement';
import { AddNote, ListNotes } from '@patravali/notes';
import type { TestOffice } from '../office/office';

const PAGE = PageQuery.parse({});
const ASKING = { reason: 'तथ्य जोड़ने हैं' };
export const REFUSING = { reason: 'आदेश लिखे जा रहे हैं' };
/** What may be done to take a file back. */
export const TAKING_BACK = ['pull_back', 'ask_recall', 'agree_recall', 'refuse_recall', 'withdraw_recall', 'pull_up'];

/** What people of the section do with a file that the assistant has sent to the section officer. */
export function withSentFiles(office: () => TestOffice) {
  const words = (text: string) =>
    NoteContent.parse({ text: { version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] } });
  const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
  const forward = (by: Actor, fileId: string, to: Actor, more: object = { confirmNote: true }) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, ForwardFileRequest.parse({ toPostId: to.postId, ...more }));
  const write = (by: Actor, fileId: string, text = 'मेरा अभिमत') =>
    office().get(AddNote).execute(by, fileId, words(text));
  const ask = (by: Actor, fileId: string) => office().get(AskRecall).execute(by, fileId, ASKING);
  const agree = (by: Actor, fileId: string, pendingNote?: 'confirm' | 'set_aside') =>
    office().get(AgreeRecall).execute(by, fileId, { pendingNote });
  const refuse = (by: Actor, fileId: string) => office().get(RefuseRecall).execute(by, fileId, REFUSING);
  const withdraw = (by: Actor, fileId: string) => office().get(WithdrawRecall).execute(by, fileId);
  const pullUp = (by: Actor, fileId: string, seen?: number) =>
    office().get(PullUpFile).execute(by, fileId, { reason: 'तत्काल बैठक' }, seen);
  const movesTo = async (by: Actor, fileId: string) => {
    const { allowedMoves } = await view(by, fileId);
    return TAKING_BACK.filter((move) => (allowedMoves as readonly string[]).includes(move));
  };
  const events = async (by: Actor, fileId: string) =>
    (await office().get(FileHistory).execute(by, fileId, PAGE)).items.map(({ name }) => name);
  const sheet = async (by: Actor, fileId: string) => (await office().get(ListNotes).execute(by, fileId, PAGE)).items;
  /** Sent by the clerk and, unless said otherwise, opened by the officer. */
  const sent = async ({ opened = true, grading = 'normal' as const } = {}) => {
    const { fileId } = await office().newFile(office().at('ASO'), { grading });
    await write(office().at('ASO'), fileId, 'प्रस्ताव');
    await forward(office().at('ASO'), fileId, office().at('SO'), { confirmNote: true, action: 'for_approval' });
    if (opened) await office().get(OpenFile).execute(office().at('SO'), fileId);
    return fileId;
  };
  const stored = async (fileId: string) => {
    const [row] = await office().rows<{ holder: string; movements: number; open: number; kind: string }>(
      `SELECT holder_post_id AS holder, movements, (SELECT count(*)::int FROM file_recall q WHERE q.file_id = c.file_id
         AND q.movement_sequence = c.movements AND q.outcome IS NULL) AS open,
         (SELECT kind FROM movement m WHERE m.file_id = c.file_id ORDER BY sequence DESC LIMIT 1) AS kind
       FROM file_custody c WHERE file_id = $1`,
      [fileId],
    );
    return row;
  };

  return { words, view, forward, write, ask, agree, refuse, withdraw, pullUp, movesTo, events, sheet, sent, stored };
}
