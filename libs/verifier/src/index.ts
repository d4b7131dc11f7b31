export * from './in-browser';
export { folderContainer } from './bundle/folder-container';
export { keyFollowing, lossesSince } from './log/changes';
export { continuesFrom } from './log/consistency';
export type { Break } from './log/log-entries';
export { addressSource, folderSource, type LogSource } from './log/log-source';
export { type LogAnswer, type LogQuestion, verifyLog } from './log/verify-log';
export { MOST_NOTE_BYTES } from './notes/signed-note';
