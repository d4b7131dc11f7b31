/** An office writes with not many more. */
const MOST = 50_000;
/** What is longer is no word, and is not kept. */
const LONGEST = 40;

/** The same function, which remembers what it has made of words. */
export function remembered<Made>(make: (word: string) => Made): (word: string) => Made {
  const known = new Map<string, Made>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (word.length > LONGEST) return make(word);
    // A part of a text keeps all of the text in memory; a copy does not.
    const copy = Array.from(word).join('');
    const made = make(copy);
    if (known.size >= MOST) known.clear();
    known.set(copy, made);
    return made;
  };
}
