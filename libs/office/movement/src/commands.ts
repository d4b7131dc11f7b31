/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AgreeRecall } from './agree-recall';
export { AskRecall } from './ask-recall';
export { ForwardFile } from './forward-file';
export { OpenFile } from './open-file';
export { PullBackFile } from './pull-back-file';
export { PullUpFile } from './pull-up-file';
export { PutUpForCorrection } from './put-up-for-correction';
export { RefuseRecall } from './refuse-recall';
export { ReturnCorrection } from './return-correction';
export { ReturnFile } from './return-file';
export { WithdrawRecall } from './withdraw-recall';
