export { EvidenceModule } from './evidence.module';
export { MakeBundle } from './make-bundle';
export { rowsOfSubjects, subjectOfRow, type SubjectWithRows } from './record/subject-of-rows';
