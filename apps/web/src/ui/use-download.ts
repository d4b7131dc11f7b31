import { useState } from 'react';
import { useRefusal } from './notices/use-refusal';
import { saveBytes } from './save-bytes';

/** Fetches bytes and saves them under a name; a refusal is told as a notice. */
export function useDownload() {
  const refuse = useRefusal();
  const [isWorking, setWorking] = useState(false);
  const download = (name: string, fetchBytes: () => Promise<Blob>) => {
    setWorking(true);
    void fetchBytes()
      .then((bytes) => saveBytes(bytes, name), refuse)
      .finally(() => setWorking(false));
  };
  return { isWorking, download };
}
