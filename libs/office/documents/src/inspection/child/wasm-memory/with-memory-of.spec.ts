import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withMemoryOf } from './with-memory-of';

const MIB = 1024 * 1024;
/** Bytes of a 32-bit number in LEB128. */
const LONGEST_NUMBER = 5;
const ROOT = join(__dirname, ...Array<string>(7).fill('..'));

/** The modules whose memory section is rewritten, and the versions with which that was tried. */
const TRIED = [
  { name: '@embedpdf/pdfium', version: '2.15.1', file: '@embedpdf/pdfium/pdfium.wasm' },
  { name: 'tesseract.js-core', version: '7.0.0', file: 'tesseract.js-core/tesseract-core-simd-lstm.wasm' },
] as const;

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}
const packageIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
const installed = (name: string) => packageIn(join(ROOT, 'node_modules', name)).version;

const { validate } = Reflect.get(globalThis, 'WebAssembly') as { validate: (code: Uint8Array) => boolean };

describe('the end of the memory of a WebAssembly module', () => {
  it.each(TRIED)('is rewritten in $name $version alone; try another version before you name it here', (tried) => {
    expect(installed(tried.name)).toBe(tried.version);
    expect(packageIn(ROOT).dependencies[tried.name]).toBe(tried.version);
  });

  it.each(TRIED)('is one number in $name: the module stays valid, and else as it was', ({ file }) => {
    const code = readFileSync(require.resolve(file));
    const changed = withMemoryOf(code, 128 * MIB);
    expect(validate(changed)).toBe(true);
    const differing = [...changed.keys()].filter((at) => changed[at] !== code[at]);
    expect(differing.length).toBeGreaterThan(0);
    expect((differing.at(-1) ?? 0) - (differing[0] ?? 0)).toBeLessThan(LONGEST_NUMBER);
    expect(changed).toHaveLength(code.length);
  });

  it('is refused for what has no memory of its own with an end', () => {
    expect(() => withMemoryOf(Buffer.from('0061736d01000000', 'hex'), MIB)).toThrow('no memory');
    expect(() => withMemoryOf(Buffer.from('0061736d010000000503010001', 'hex'), MIB)).toThrow('of another kind');
  });
});
