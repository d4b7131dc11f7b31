/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AttachFile } from './together/attach-file';
export { CloseFile } from './close-file';
export { CorrectCover } from './correct-cover';
export { CreateFile } from './create-file';
export { RegradeFile } from './grading/regrade-file';
export { DetachFile } from './together/detach-file';
export { IncorporatePart } from './together/incorporate-part';
export { LinkFile } from './together/link-file';
export { OpenPart } from './together/open-part';
export { OpenVolume } from './together/open-volume';
export { ReopenFile } from './reopen-file';
export { UnlinkFile } from './together/unlink-file';
