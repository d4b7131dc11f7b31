export { FileCustody } from './file-custody.entity';
export { Movement } from './movement.entity';
export { Note, PendingNote } from './note.entities';
export { OfficeFile } from './office-file.entity';
