import { OwnRefusal } from '../ui/notices/use-refusal';

/**
 * Waits for a chosen file to be read.
 * @throws OwnRefusal with that sentence when it was changed, moved or removed since it was chosen.
 */
export async function readChosenFile<T>(reading: Promise<T>, unreadable: string): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new OwnRefusal(unreadable);
  }
}

/** The bytes of a chosen file as text, as JSON takes them. @throws OwnRefusal as above. */
export async function readAsBase64(file: Blob, unreadable: string): Promise<string> {
  const bytes = new Uint8Array(await readChosenFile(file.arrayBuffer(), unreadable));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
