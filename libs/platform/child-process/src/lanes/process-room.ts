import type { LaneBounds, LaneName } from './child-bounds';
import { residentMegabytes } from './resident-memory';

/** What a process holds from before its start until it is gone. */
export interface ProcessPlace {
  /** It has been started. `onOvergrown` is called if all of them together take too much: it ends the process and fails its job. */
  begin(processId: number | undefined, onOvergrown: () => void): void;
  /** It waits for its next job. `end` ends it, for one that is needed more. */
  rest(end: () => Promise<void>): void;
  /** It works again. */
  work(): void;
  /** It is gone. */
  leave(): void;
}

interface Resident {
  readonly lane: LaneName;
  /** What such a process takes as a rule, in mebibytes. */
  readonly usual: number;
  /** What it took when it was last looked at. */
  taken: number;
  processId: number | undefined;
  /** Set while it rests. */
  end: (() => Promise<void>) | undefined;
  onOvergrown: (() => void) | undefined;
  isEnding: boolean;
}

interface Entrant {
  readonly lane: LaneName;
  readonly usual: number;
  readonly admit: (place: ProcessPlace) => void;
}

export interface RoomOptions {
  readonly bounds: LaneBounds;
  readonly measure?: (processId: number | undefined) => number | null;
}

const LOOKED_AT_EVERY_MS = 250;
const LANE_NAMES: readonly LaneName[] = ['awaited', 'unhurried'];

/**
 * Where child processes live: never more of them than the bounds say, and never more of the memory. Each lane has places and
 * memory of its own; memory that the other does not need may be borrowed. Whoever finds none waits until one is gone, and one
 * that rests is ended for it. Where those that work outgrow the whole, the one that grew most is ended, of the lane that borrowed.
 */
export class ProcessRoom {
  private bounds: LaneBounds;
  /** In the order of their coming; one that rests goes to the end. */
  private readonly residents = new Set<Resident>();
  private readonly entrants: Entrant[] = [];
  private readonly measure: (processId: number | undefined) => number | null;
  private watching: NodeJS.Timeout | undefined;

  constructor({ bounds, measure = residentMegabytes }: RoomOptions) {
    this.bounds = bounds;
    this.measure = measure;
  }

  /** From now on; what lives is not ended for it. */
  bound(bounds: LaneBounds): void {
    this.bounds = bounds;
    this.admit();
  }

  /** Resolves with a place for one process when there is one. Only whoever has a turn of its lane asks. */
  async enter(lane: LaneName, usual: number): Promise<ProcessPlace> {
    const { promise, resolve } = Promise.withResolvers<ProcessPlace>();
    this.entrants.push({ lane, usual, admit: resolve });
    this.admit();
    return await promise;
  }

  /** Ends what outgrew the bounds: called again and again while processes work. */
  look(): void {
    for (const each of this.residents) each.taken = this.measure(each.processId) ?? each.taken;
    if (this.takenBy(...LANE_NAMES) > this.megabytes && !this.endOneAtRest(LANE_NAMES)) this.endOvergrown();
  }

  private get megabytes(): number {
    return LANE_NAMES.reduce((sum, lane) => sum + this.bounds[lane].megabytes, 0);
  }

  private admit(): void {
    for (const lane of LANE_NAMES) {
      for (let next = this.nextOf(lane); next; next = this.nextOf(lane)) {
        if (!this.makeRoomFor(next)) break;
        this.entrants.splice(this.entrants.indexOf(next), 1);
        next.admit(this.placeFor(next));
      }
    }
    this.watch();
  }

  private nextOf(lane: LaneName): Entrant | undefined {
    return this.entrants.find((entrant) => entrant.lane === lane);
  }

  /** False while it does not fit yet. */
  private makeRoomFor(entrant: Entrant): boolean {
    const { lane } = entrant;
    if (this.inLane(lane).length >= this.bounds[lane].processes) {
      this.endOneAtRest([lane]);
      return false;
    }
    if (this.hasMemoryFor(entrant)) return true;
    return !this.endOneAtRest(LANE_NAMES) && this.inLane(lane).every(({ isEnding }) => isEnding);
  }

  private hasMemoryFor({ lane, usual }: Entrant): boolean {
    const ofItsOwn = this.takenBy(lane) + usual <= this.bounds[lane].megabytes;
    return ofItsOwn || this.takenBy(...LANE_NAMES) + usual <= this.megabytes;
  }

  private placeFor({ lane, usual }: Entrant): ProcessPlace {
    const resident: Resident = {
      lane,
      usual,
      taken: 0,
      processId: undefined,
      end: undefined,
      onOvergrown: undefined,
      isEnding: false,
    };
    this.residents.add(resident);
    return {
      begin: (processId, onOvergrown) => {
        resident.processId = processId;
        resident.onOvergrown = onOvergrown;
      },
      rest: (end) => {
        resident.end = end;
        this.residents.delete(resident);
        this.residents.add(resident);
        this.admit();
      },
      work: () => {
        resident.end = undefined;
        this.watch();
      },
      leave: () => {
        this.residents.delete(resident);
        this.admit();
      },
    };
  }

  private inLane(lane: LaneName): Resident[] {
    return [...this.residents].filter((resident) => resident.lane === lane);
  }

  private takenBy(...lanes: readonly LaneName[]): number {
    return [...this.residents]
      .filter(({ lane }) => lanes.includes(lane))
      .reduce((sum, { usual, taken }) => sum + Math.max(usual, taken), 0);
  }

  /** The one that rests longest. */
  private endOneAtRest(lanes: readonly LaneName[]): boolean {
    const resident = [...this.residents].find(({ lane, end, isEnding }) => end && !isEnding && lanes.includes(lane));
    if (!resident?.end) return [...this.residents].some(({ lane, isEnding }) => isEnding && lanes.includes(lane));
    resident.isEnding = true;
    void resident.end();
    return true;
  }

  private endOvergrown(): void {
    const borrowing = LANE_NAMES.filter((lane) => this.takenBy(lane) > this.bounds[lane].megabytes);
    const grown = ({ usual, taken }: Resident) => taken - usual;
    const [most] = [...this.residents]
      .filter(({ lane, isEnding, onOvergrown }) => !isEnding && onOvergrown && borrowing.includes(lane))
      .sort((one, other) => grown(other) - grown(one));
    if (!most) return;
    most.isEnding = true;
    most.onOvergrown?.();
  }

  /** Those that rest do not grow. */
  private watch(): void {
    const isAnyAtWork = [...this.residents].some(({ end }) => end === undefined);
    if (isAnyAtWork) {
      this.watching ??= setInterval(() => this.look(), LOOKED_AT_EVERY_MS).unref();
      return;
    }
    clearInterval(this.watching);
    this.watching = undefined;
  }
}
