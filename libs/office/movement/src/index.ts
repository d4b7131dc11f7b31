export { ForwardFile } from './forward-file';
export { MovementModule } from './movement.module';
export { OpenFile } from './open-file';
export { PullBackFile } from './pull-back-file';
export { ReturnFile } from './return-file';
export { SENT, sentBy } from './sent-files';
export { suggestionsFor } from './suggestions';
