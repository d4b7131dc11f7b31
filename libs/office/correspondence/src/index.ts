export * from './commands';
export { appendCorrespondence, type Appended, type NewLetter, type Placed } from './append-correspondence';
export { Correspondence } from './correspondence.entity';
export { documentsOnFile } from './documents-on-file';
export { CorrespondenceModule } from './correspondence.module';
export { type LetterSource, LetterSources } from './letter-sources';
export { ListCorrespondence } from './list-correspondence';
export { CORRESPONDENCE_MIGRATIONS } from './migrations';
export { answersTo, isAnswered, joinOfficeCopy, OFFICE_COPY_PLACE, withOfficeCopy } from './office-copies';
