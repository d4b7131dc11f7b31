import { readSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { withMemoryOf } from './wasm-memory/with-memory-of.ts';

const POINTER_BYTES = 4;
const COPY_VERSION = 1;
/** PDFium reads a few hundred bytes at a time, mostly one after the other. */
const WINDOW_BYTES = 65_536;

/** Of the WebAssembly that Node has and the library of types for servers leaves out, what is used here. */
interface WebAssembly {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as WebAssembly;

type Functions = Readonly<Record<string, (...words: number[]) => number>>;
type Sink = (piece: Buffer) => void;

/**
 * The library tells PDFium under which name it runs, one byte a letter, and ends when one has no such byte: the name may not be the
 * path of the program, which in a folder with a Hindi name has many.
 */
const THIS_PROGRAM = { thisProgram: 'pdfium' };

/** Makes a PDFium whenever one is wanted; its code is compiled once. */
export function pdfiumsOf(code: Buffer, bytes: number): () => Promise<OwnPdfium> {
  const module = new Module(withMemoryOf(code, bytes));
  const instantiateWasm = (imports: Record<string, Functions>, use: (instance: object, module: object) => void) => {
    const instance = new Instance(module, withoutFiles(imports));
    use(instance, module);
    return instance.exports;
  };
  const silent = { print: () => undefined, printErr: () => undefined };
  return async () => {
    const known = Object.getOwnPropertyNames(globalThis);
    const api = await init({ ...THIS_PROGRAM, instantiateWasm, ...silent });
    forgetGlobals(known);
    return new OwnPdfium(api);
  };
}

/** The library defines globals that warn of names it no longer has; through them the first PDFium would be kept for good. */
function forgetGlobals(known: readonly string[]): void {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!known.includes(name)) Reflect.deleteProperty(globalThis, name);
  }
}

/** "Function not implemented", as WASI counts errors; a system call answers with its negative. */
const REFUSED = 52;

/** The library imitates a file system. PDFium needs none, and is told that there are no files. */
export function withoutFiles(imports: Record<string, Functions>): Record<string, Functions> {
  const refusing = (name: string, call: Functions[string]) => {
    if (name.startsWith('__syscall_')) return () => -REFUSED;
    return name.startsWith('fd_') ? () => REFUSED : call;
  };
  const without = (functions: Functions) =>
    Object.fromEntries(Object.entries(functions).map(([name, call]) => [name, refusing(name, call)]));
  return Object.fromEntries(Object.entries(imports).map(([name, functions]) => [name, without(functions)]));
}

/**
 * Gives each document a PDFium of its own, which is made while nobody waits: only the compiled code is shared, and what one
 * document does to its PDFium ends with it.
 */
export class Pdfiums {
  private readonly make: () => Promise<OwnPdfium>;
  private unused: OwnPdfium | undefined;

  private constructor(make: () => Promise<OwnPdfium>, first: OwnPdfium) {
    this.make = make;
    this.unused = first;
  }

  static async start(code: Buffer, bytes: number): Promise<Pdfiums> {
    const make = pdfiumsOf(code, bytes);
    return new Pdfiums(make, await make());
  }

  /** One that has read nothing. The one before is let go first: else its memory is still reserved when this one wants its own. */
  async next(): Promise<OwnPdfium> {
    const { unused } = this;
    this.unused = undefined;
    if (unused) return unused;
    globalThis.gc?.();
    return await this.make();
  }

  /** Makes the next one beforehand. */
  async prepare(): Promise<void> {
    this.unused = await this.next();
  }
}

/** A PDFium with a memory of its own, for one document. */
export class OwnPdfium {
  private readonly window = Buffer.alloc(WINDOW_BYTES);
  private readonly reader: number;
  private readonly writer: number;
  private read = { file: -1, start: 0, end: 0 };
  private sink: Sink = () => undefined;

  readonly api: WrappedPdfiumModule;

  constructor(api: WrappedPdfiumModule) {
    this.api = api;
    api.PDFiumExt_Init();
    this.reader = api.pdfium.addFunction((_: number, at: number, to: number, size: number) => {
      return this.onRead(at >>> 0, to >>> 0, size >>> 0) ? 1 : 0;
    }, 'iiiii');
    this.writer = api.pdfium.addFunction((_: number, from: number, size: number) => {
      this.sink(this.view(from >>> 0, size >>> 0));
      return 1;
    }, 'iiii');
  }

  /** The file is read where PDFium wants it and goes straight into its memory: the rest of a large one is never touched. */
  load(file: number, size: number): number {
    this.read = { file, start: 0, end: 0 };
    return this.api.FPDF_LoadCustomDocument(this.structOf(size, this.reader, 0), '');
  }

  /** A copy of the document, piece by piece; each is gone when the next one comes. */
  save(document: number, sink: Sink): boolean {
    this.sink = sink;
    return this.api.FPDF_SaveAsCopy(document, this.structOf(COPY_VERSION, this.writer), 0);
  }

  private onRead(position: number, to: number, size: number): boolean {
    const { file, start, end } = this.read;
    if (size > WINDOW_BYTES) return readAll(file, this.view(to, size), position);
    if (position < start || position + size > end) {
      const read = readSync(file, this.window, 0, WINDOW_BYTES, position);
      this.read = { file, start: position, end: position + read };
    }
    if (position + size > this.read.end) return false;
    const from = position - this.read.start;
    this.heap.set(this.window.subarray(from, from + size), to);
    return true;
  }

  /** A struct of 32-bit numbers in PDFium's memory, which is given back with all of it. */
  private structOf(...fields: readonly number[]): number {
    const at = this.api.pdfium.wasmExports.malloc(fields.length * POINTER_BYTES);
    if (at === 0) throw new RangeError('no memory');
    new Uint32Array(this.heap.buffer, at, fields.length).set(fields);
    return at;
  }

  /** It is another one after each growth. */
  private get heap(): Uint8Array<ArrayBuffer> {
    return Reflect.get(this.api.pdfium, 'HEAPU8') as Uint8Array<ArrayBuffer>;
  }

  private view(at: number, size: number): Buffer {
    return Buffer.from(this.heap.buffer, at, size);
  }
}

function readAll(file: number, into: Uint8Array, position: number): boolean {
  for (let read = 0; read < into.length;) {
    const count = readSync(file, into, read, into.length - read, position + read);
    if (count === 0) return false;
    read += count;
  }
  return true;
}
