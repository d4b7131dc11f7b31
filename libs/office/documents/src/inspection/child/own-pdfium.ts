import { readSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { withMemoryOf } from './wasm-memory.ts';

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
  return async () => new OwnPdfium(await init({ ...THIS_PROGRAM, instantiateWasm, ...silent }));
}

/** "Function not implemented", as WASI counts errors; a system call answers with its negative. */
const REFUSED = 52;

/**
 * The library keeps files, and what is open, outside of PDFium's memory. PDFium needs none: it is told that there are none, so
 * that all it knows lies in its memory.
 */
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
 * A PDFium that knows one document at a time: `renew` gives it back, byte for byte, the memory that it had before its first.
 * A new one for each document would be the same and cost ten times as much.
 */
export class OwnPdfium {
  private readonly window = Buffer.alloc(WINDOW_BYTES);
  private readonly reader: number;
  private readonly writer: number;
  private read = { file: -1, start: 0, end: 0 };
  private sink: Sink = () => undefined;
  private readonly first: { readonly memory: Uint8Array; readonly bytes: number; readonly stack: readonly number[] };

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
    this.first = { memory: withoutLastZeros(this.heap), bytes: this.heap.length, stack: this.stack };
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

  /** @returns false when that cannot be: its memory has grown, and no memory shrinks. Then it is of no use any more. */
  renew(): boolean {
    const { memory, bytes, stack } = this.first;
    if (this.heap.length !== bytes || this.stack.some((each, index) => each !== stack[index])) return false;
    this.heap.set(memory);
    this.heap.fill(0, memory.length);
    this.exports._emscripten_tempret_set?.(0);
    this.window.fill(0);
    this.read = { file: -1, start: 0, end: 0 };
    this.sink = () => undefined;
    return true;
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

  private get exports(): Partial<Functions> {
    return this.api.pdfium.wasmExports as unknown as Partial<Functions>;
  }

  /** The one part of its state that does not lie in its memory; every call that returns leaves it as it was. */
  private get stack(): number[] {
    const names = ['emscripten_stack_get_current', 'emscripten_stack_get_base', 'emscripten_stack_get_end'];
    return names.map((name) => this.exports[name]?.() ?? Number.NaN);
  }
}

function withoutLastZeros(memory: Uint8Array): Uint8Array {
  let end = memory.length;
  while (end > 0 && memory[end - 1] === 0) end--;
  return memory.slice(0, end);
}

function readAll(file: number, into: Uint8Array, position: number): boolean {
  for (let read = 0; read < into.length;) {
    const count = readSync(file, into, read, into.length - read, position + read);
    if (count === 0) return false;
    read += count;
  }
  return true;
}
