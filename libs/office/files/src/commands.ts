/** Every command of this area, listed once: the module provides them and the index exports them. */
export { CloseFile } from './close-file';
export { CorrectCover } from './correct-cover';
export { CreateFile } from './create-file';
export { RegradeFile } from './regrade-file';
export { ReopenFile } from './reopen-file';
