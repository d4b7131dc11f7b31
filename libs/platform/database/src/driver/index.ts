/**
 * The connections of the office's pool, as `pg` alone does not offer them: what is asked of one before the process waits leaves in one
 * message with one Sync (`Batch`), a statement with values is parsed and planned once (`PreparingClient`), and one that has fallen
 * silent is given up (`WatchedClient`). For that, members are used that are private to `pg`: all in `private-members.ts`.
 *
 * What it buys (decisions 30 and 31): a transaction of fourteen statements costs Node 0.17 ms and PostgreSQL 0.26 ms of processor time,
 * where `pg` takes 0.55 and 0.52 ms one after the other, and 0.28 and 0.33 ms with its own pipelining, written in one piece.
 */
export type { Answered } from './batch';
export { isOutOfDate } from './out-of-date-plan';
export { forgetPlans, PLANNED_EACH_TIME, PreparingClient } from './preparing-client';
export { WatchedClient } from './watched-client';
