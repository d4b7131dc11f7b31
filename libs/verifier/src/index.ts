export * from './in-browser';
export { folderContainer } from './bundle/folder-container';
export { addressSource, folderSource, type LogSource } from './log/log-source';
export { type LogAnswer, type LogQuestion, verifyLog } from './log/verify-log';
