/** Characters that Windows does not take in a file name; the file number has slashes. */
const FORBIDDEN = /[\\/:*?"<>|]+/g;

/** Hands bytes to the browser to be saved under a name. */
export function saveBytes(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(FORBIDDEN, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
