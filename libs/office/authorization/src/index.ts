export {
  type Ability,
  type AbilityRules,
  type Action,
  defineAbility,
  type Grant,
  type SubjectClass,
  UndefinedCondition,
} from './ability';
export type { ActingPost } from './acting-post';
export type { Actor } from './actor';
export { authorize, authorizeAction, authorizeReading, refuseAbsent } from './authorize';
export { askTheDatabase, rowFilter, UntranslatableCondition } from './row-filter';
