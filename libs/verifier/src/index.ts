export * from './in-browser';
export { folderContainer } from './bundle/folder-container';
export { keyFollowing } from './log/changes';
export { continuesFrom } from './log/consistency';
export { addressSource, folderSource, type LogSource } from './log/log-source';
export { type LogAnswer, type LogQuestion, verifyLog } from './log/verify-log';
export { MOST_NOTE_BYTES } from './notes/signed-note';
