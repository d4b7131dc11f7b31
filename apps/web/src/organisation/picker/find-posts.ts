import type { PostView } from '@patravali/contract';
import { soundOf } from '@patravali/devanagari';

/** A single letter sounds like too much. */
const SHORTEST_SOUND = 2;

/**
 * The posts that fit what was typed, by marking, designation, unit or holder, in either language: first those that have the words
 * themselves, then those whose Hindi sounds like them, so that "lekhakar" finds लेखाकार.
 */
export function findPosts(posts: readonly PostView[], typed: string): PostView[] {
  const words = typed.trim().normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const written = posts.filter((post) => words.every((word) => textOf(post).includes(word)));
  const sounds = words.map(soundOf);
  if (words.length === 0 || sounds.some((sound) => sound.length < SHORTEST_SOUND)) return written;
  const sounding = posts.filter((post) => {
    if (written.includes(post)) return false;
    const heard = textOf(post)
      .split(/[\s()./-]+/)
      .map(soundOf);
    return sounds.every((sound) => heard.some((one) => one.startsWith(sound)));
  });
  return [...written, ...sounding];
}

function textOf({ marking, markingHi, designation, unit, holder }: PostView): string {
  return [marking, markingHi, designation, unit, holder]
    .map((part) => (typeof part === 'string' ? part : part ? `${part.hi} ${part.en}` : ''))
    .join(' ')
    .normalize('NFC')
    .toLowerCase();
}
