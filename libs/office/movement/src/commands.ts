/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ForwardFile } from './forward-file';
export { OpenFile } from './open-file';
export { PullBackFile } from './pull-back-file';
export { PutUpForCorrection } from './put-up-for-correction';
export { ReturnCorrection } from './return-correction';
export { ReturnFile } from './return-file';
