import type { Actor } from '@patravali/authorization';
import type { TenureKind } from '@patravali/contract';
import type { TestOffice } from '../../office/office';
import type { World } from './world';

/** What an act answers, as far as the model knows it. */
export type Answer = object & { readonly id?: string };

/** Who acts, when it is not whoever keeps the office. */
export interface Doer {
  readonly personId: string;
  readonly postId: string;
  readonly capacity: TenureKind;
}

/** One change of the organisation: what the model says of it, and the command that does it. */
export interface Act {
  readonly does: string;
  /** What the request says, for whoever reads of a failure. */
  readonly says: object;
  readonly by?: Doer;
  /** The codes of all rules that it breaks; an act without one is accepted. */
  readonly wrong: (world: World) => string[];
  /** Whether the office may be left without an administrator by it. */
  readonly mayLeaveNobody?: true;
  /** Changes the model, and says what the office answers. `answer` tells the id of what is new. */
  readonly done: (world: World, answer: Answer) => Answer;
  readonly run: (office: TestOffice, by: Actor) => Promise<Answer>;
}

/** A row that bears a version is another one after each change; what changes nothing leaves it. */
export function changed<Row extends { readonly version: number }>(before: Row, change: Partial<Row>): Row {
  const isSame = Object.entries(change).every(
    ([name, said]) => JSON.stringify(Reflect.get(before, name)) === JSON.stringify(said),
  );
  return isSame ? before : { ...before, ...change, version: before.version + 1 };
}

/** Some of the names of two rows differ. */
export const renames = <Row extends object>(before: Row, after: Row, ...names: (keyof Row)[]): number =>
  names.some((name) => before[name] !== after[name]) ? 1 : 0;

/** What is wrong, of several rules that are held against a request. */
export const broken = (rules: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(rules).flatMap(([code, isBroken]) => (isBroken ? [code] : []));
