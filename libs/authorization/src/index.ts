export {
  type Ability,
  type AbilityRules,
  type Action,
  defineAbility,
  type Grant,
  type SubjectClass,
  UndefinedCondition,
} from './ability';
export type { ActingPost, Actor, Idempotency, Principal } from './actor';
export { authorize, authorizeReading } from './authorize';
export { Parameters, rowFilter, snakeCase, UntranslatableCondition } from './row-filter';
