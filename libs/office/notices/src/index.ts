export { type Changes, CommittedChanges } from './live/committed-changes';
export { ANYTHING, hintFor, type Listener } from './live/hint-for';
export { ageOf, idOfPlace, justBefore, type Place, readPlace } from './live/place';
export { NoticesModule } from './notices.module';
