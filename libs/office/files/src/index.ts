export * from './commands';
export { type ClosingCheck, ClosingChecks } from './file/closing-checks';
export { contentHashShown, EVENT_ROW, FileHistory } from './file-history';
export {
  createdBy,
  FILE_NUMBER_HI,
  FILE_REF,
  FILE_ROW,
  FILES,
  FILES_OF_DESKS,
  joinFile,
  NEWEST_FIRST,
} from './file/file-row';
export { foundBy, JOIN_SEARCH } from './finding/file-search';
export { FileViewQuery } from './file-view';
export { FilesModule } from './files.module';
export { MARKS_OF_FILE } from './finding/subject-words';
export { FindFiles } from './finding/find-files';
export { FindFilesAlike } from './finding/find-files-alike';
export { eventShown, factsShown, shownEvents } from './file/shown-events';
export { type FollowSome, FollowSuperiors, type Told } from './readers/follow-superiors';
export { INDEX_NEW_READERS } from './finding/index-new-readers';
export { CheckRegrading } from './grading/check-regrading';
export { type RegradingCheck, RegradingChecks } from './grading/regrading-checks';
export { type FollowsGrading, RegradingReach } from './grading/regrading-reach';
export { OfficeFile } from './file/office-file.entity';
