import { extname, join } from 'node:path';
import { CHILD_LANES, type ChildLane, ChildProcessQueue, type JobLimits } from '@patravali/child-process';
import type { Signature, SignedPdf, SigningKey } from '@patravali/signatures';
import { bind, type BindOptions } from './bind/bind';
import type { BindingWork } from './bind/bind-child';
import type { Binding } from './bind/binding';
import type { Picture, PictureSize } from './setting/picture-size';
import type { RegisterData } from './register/register-data';
import { registerPage } from './register/register-page';
import type { Room, TypesetInput } from './setting/typeset';
import type { TypesettingWork } from './setting/typesetting-child';
import { orTypesettingFailed } from './setting/typesetting-failed';

/**
 * Makes the office's PDFs outside the API's process. Every method rejects with `TypesettingFailed`, and only its own job fails.
 */
export interface Typesetter {
  /** A document of ours, tagged PDF/A-2a. */
  typeset(input: TypesetInput): Promise<Uint8Array>;
  /** The same, with where its template leaves room for what is drawn later. */
  typesetWithRooms(input: TypesetInput): Promise<{ readonly bytes: Uint8Array; readonly rooms: Room[] }>;
  /** The same, signed with a key of the office. */
  typesetSigned(input: TypesetInput, key: SigningKey, signature: Signature): Promise<SignedPdf>;
  /** How large a picture is that shall stand in documents. @throws TypesettingFailed `unfit` for one that cannot be set. */
  pictureSize(picture: Picture): Promise<PictureSize>;
  /** A register as a landscape table. */
  register(register: RegisterData): Promise<Uint8Array>;
  /** Pages of ours with PDFs of strangers behind them, in one PDF, which is written to a new file. */
  bind(binding: Binding, options: Omit<BindOptions, 'limits'>): Promise<void>;
  /** Ends the processes; jobs in work or waiting fail. */
  close(): Promise<void>;
}

export interface TypesetterOptions {
  /** After how long without a job the typesetting process ends and gives its memory back. */
  readonly idleMs?: number;
  /** How many jobs may wait. */
  readonly waiting?: number;
  /** Of one job; of a binding, of each of its documents. */
  readonly limits?: JobLimits;
}

const TYPESETTING = { memoryKb: 4_000_000, heapMb: 1024, usualMb: 180 };
/** Of the address space Node reserves more than a gigabyte before it does anything. The rest holds a file of half a gigabyte. */
const BINDING = { memoryKb: 3_000_000, heapMb: 768, cpuSeconds: 90, givesWay: true, usualMb: 150 };
/** A page takes a fraction of a second of the processor, five hundred notes take one. */
const LIMITS: JobLimits = { processorMs: 30_000, wallMs: 5 * 60_000 };
/** For what nobody waits for, and what gives way to all else: on a busy machine writing a thousand pages takes minutes. */
const LONG_LIMITS: JobLimits = { processorMs: 5 * 60_000, wallMs: 10 * 60_000 };
/** What nobody waits for comes in heaps, and then not at all. */
const UNHURRIED_IDLE_MS = 10_000;
/** Characters of data from which a document is long: about thirty pages. */
const LONG = 60_000;
const child = (name: string) => join(__dirname, `${name}${extname(__filename)}`);

/** Costs nothing until the first job comes. */
export function startTypesetter(options: TypesetterOptions = {}): Typesetter {
  const { idleMs = 60_000, waiting = 64, limits = LIMITS } = options;
  const typesetting = new ChildProcessQueue<TypesettingWork>({
    file: child('setting/typesetting-child'),
    ...TYPESETTING,
    lane: CHILD_LANES.awaited,
    idleMs,
    atOnce: 2,
    longAtOnce: 1,
    ofOneAtOnce: 1,
    waiting,
  });
  const unhurried = new ChildProcessQueue<TypesettingWork>({
    file: child('setting/typesetting-child'),
    ...TYPESETTING,
    lane: CHILD_LANES.unhurried,
    givesWay: true,
    waiting,
    idleMs: Math.min(idleMs, UNHURRIED_IDLE_MS),
    atOnce: 2,
    longAtOnce: 1,
  });
  const bindingIn = (lane: ChildLane, atOnce: number) => {
    const options = { file: child('bind/bind-child'), ...BINDING, lane, idleMs: 0, atOnce, waiting };
    return new ChildProcessQueue<BindingWork>(options);
  };
  const [binding, unhurriedBinding] = [bindingIn(CHILD_LANES.awaited, 2), bindingIn(CHILD_LANES.unhurried, 1)];
  const placeOf = (input: TypesetInput) =>
    input.unhurried
      ? { queue: unhurried, ...LONG_LIMITS, long: isLong(input) }
      : { queue: typesetting, ...limits, long: isLong(input) };
  const typeset = (input: TypesetInput) => {
    const { queue, ...options } = placeOf(input);
    return orTypesettingFailed(queue.run('typeset', input, options));
  };
  return {
    typeset,
    typesetWithRooms: (input) => {
      const { queue, ...options } = placeOf(input);
      return orTypesettingFailed(queue.run('typesetWithRooms', input, options));
    },
    typesetSigned: (input, key, signature) => {
      const { queue, ...options } = placeOf(input);
      return orTypesettingFailed(queue.run('typesetSigned', { input, key, signature }, options));
    },
    pictureSize: (picture) => orTypesettingFailed(typesetting.run('pictureSize', picture, limits)),
    register: (register) => typeset(registerPage(register)),
    bind: (pages, options) =>
      orTypesettingFailed(
        options.long
          ? bind(pages, unhurriedBinding, { ...options, limits: LONG_LIMITS })
          : bind(pages, binding, { ...options, limits }),
      ),
    close: async () => {
      const queues = [typesetting, unhurried, binding, unhurriedBinding];
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}

const isLong = ({ data }: TypesetInput): boolean => JSON.stringify(data).length > LONG;
