export * from './commands';
export { type ClosingCheck, ClosingChecks } from './closing-checks';
export { FileHistory } from './file-history';
export { createdBy, FILE_REF, FILE_ROW, FILES, joinFile } from './file-row';
export { FileViewQuery } from './file-view';
export { FilesModule } from './files.module';
export { FindFiles } from './find-files';
export { FILES_MIGRATIONS } from './migrations';
export { OfficeFile } from './office-file.entity';
