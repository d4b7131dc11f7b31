const WASM_PAGE = 65_536;
const MEMORY_SECTION = 5;
const [FIRST_SECTION, GROUP, MORE] = [8, 7, 0x80];

/**
 * The same module with another end to its memory: it gets no more, and the engine reserves no more. A document that wants
 * more ends the process, which is what a bomb deserves. No library says that of a module that defines its own memory, so the
 * number is rewritten in the code; the versions for which this was tried are pinned in package.json and named in the test.
 * @param bytes rounded down to whole pages of 64 KiB, and never less than the module begins with or more than its own end.
 * @throws TypeError for a module without one memory of its own that has an end.
 */
export function withMemoryOf(code: Buffer, bytes: number): Buffer {
  const section = memorySectionOf(code);
  // One memory; flag 1: it has an end.
  const [initial, end] = [numberAt(code, section + 2), numberAt(code, numberAt(code, section + 2).next)];
  if (code[section] !== 1 || code[section + 1] !== 1) throw new TypeError('a memory of another kind');
  const pages = Math.min(Math.max(Math.floor(bytes / WASM_PAGE), initial.value), end.value);
  const changed = Buffer.from(code);
  for (let at = initial.next, rest = pages; at < end.next; at++, rest = Math.floor(rest / MORE)) {
    changed[at] = (rest % MORE) + (at < end.next - 1 ? MORE : 0);
  }
  return changed;
}

function memorySectionOf(code: Buffer): number {
  for (let at = FIRST_SECTION; at < code.length;) {
    const { value: length, next } = numberAt(code, at + 1);
    if (code[at] === MEMORY_SECTION) return next;
    at = next + length;
  }
  throw new TypeError('no memory');
}

/** An unsigned LEB128. */
function numberAt(code: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let next = at, weight = 1; ; next++, weight *= 2 ** GROUP) {
    const byte = code[next] ?? 0;
    value += (byte % MORE) * weight;
    if (byte < MORE) return { value, next: next + 1 };
  }
}
