import { soundOf } from '@patravali/devanagari';

/** A single letter sounds like too much. */
const SHORTEST_SOUND = 2;

/**
 * Those in whose text all typed words stand, and behind them those whose Hindi sounds like what was typed, so that "lekhakar"
 * finds लेखाकार.
 */
export function findByWords<Found>(all: readonly Found[], typed: string, textOf: (one: Found) => string): Found[] {
  const words = typed.trim().normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const texts = all.map((one) => ({ one, text: textOf(one).normalize('NFC').toLowerCase() }));
  const written = texts.filter(({ text }) => words.every((word) => text.includes(word)));
  const sounds = words.map(soundOf);
  if (words.length === 0 || sounds.some((sound) => sound.length < SHORTEST_SOUND)) return written.map(({ one }) => one);
  const sounding = texts.filter((each) => {
    if (written.includes(each)) return false;
    const heard = each.text.split(/[\s()./-]+/).map(soundOf);
    return sounds.every((sound) => heard.some((word) => word.startsWith(sound)));
  });
  return [...written, ...sounding].map(({ one }) => one);
}
