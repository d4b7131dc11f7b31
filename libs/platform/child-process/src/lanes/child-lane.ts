import { type LineLimits, Turns, type TurnOptions, type WorkKind } from '../turns/turns';
import {
  boundsOfMachine,
  type ChildBounds,
  divided,
  FOR_STRANGERS,
  type LaneBounds,
  type LaneName,
} from './child-bounds';
import { type ProcessPlace, ProcessRoom } from './process-room';

/**
 * The one way to a child process: a turn, person by person, then a place to live. All kinds of children that a person waits for
 * go one way, all that nobody waits for the other.
 */
export class ChildLane {
  private readonly turns: Turns;

  constructor(
    private readonly name: LaneName,
    private readonly room: ProcessRoom,
    bounds: LaneBounds,
  ) {
    this.turns = new Turns(limitsOf(name, bounds));
  }

  /** @throws TooBusy when too many wait, or when the asker went away; what the work throws. */
  take<T>(work: () => Promise<T>, options: TurnOptions): Promise<T> {
    return this.turns.take(work, options);
  }

  /** A place for one process that as a rule takes so many mebibytes. Only within a turn: so there will be one. */
  enter(megabytes: number): Promise<ProcessPlace> {
    return this.room.enter(this.name, megabytes);
  }

  /** What waits for this kind of work fails. */
  close(kind: WorkKind, why: () => Error): void {
    this.turns.close(why, kind);
  }

  bound(bounds: LaneBounds): void {
    this.turns.limit(limitsOf(this.name, bounds));
  }
}

/** Both ways of one process of the office. */
export class ChildLanes {
  private readonly room: ProcessRoom;
  readonly awaited: ChildLane;
  readonly unhurried: ChildLane;

  constructor(bounds: ChildBounds) {
    const ofLanes = divided(bounds);
    this.room = new ProcessRoom({ bounds: ofLanes });
    this.awaited = new ChildLane('awaited', this.room, ofLanes);
    this.unhurried = new ChildLane('unhurried', this.room, ofLanes);
  }

  bound(bounds: ChildBounds): void {
    const ofLanes = divided(bounds);
    this.room.bound(ofLanes);
    this.awaited.bound(ofLanes);
    this.unhurried.bound(ofLanes);
  }
}

export const CHILD_LANES = new ChildLanes(boundsOfMachine());

/** From now on, instead of what the machine bears. */
export function boundChildren(bounds: Partial<ChildBounds>): void {
  CHILD_LANES.bound({ ...boundsOfMachine(), ...bounds });
}

/** Nobody has all of it, and nothing long either: somebody who writes a note waits for neither. */
function limitsOf(name: LaneName, bounds: LaneBounds): LineLimits {
  const strangersAtOnce = name === 'awaited' ? FOR_STRANGERS : 0;
  const atOnce = bounds[name].processes - strangersAtOnce;
  const allButOne = Math.max(1, atOnce - 1);
  return { atOnce, strangersAtOnce, longAtOnce: allButOne, ofOneAtOnce: allButOne };
}
