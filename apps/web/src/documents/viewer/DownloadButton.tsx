import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/call';
import { saveBytes } from '../../ui/save-bytes';
import { useRefusal } from '../../ui/notices/use-refusal';

interface DownloadButtonProps {
  documentId: string;
  /** Of the file, without its ending. */
  name: string;
  label: string;
}

/** The very bytes of a document, for whoever wants to keep or verify them. */
export function DownloadButton({ documentId, name, label }: DownloadButtonProps) {
  const refuse = useRefusal();
  const [working, setWorking] = useState(false);
  const act = async () => {
    setWorking(true);
    try {
      saveBytes(await call('downloadDocument', { params: { documentId } }), `${name}.pdf`);
    } catch (error) {
      refuse(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button variant="default" size="compact-sm" loading={working} onClick={() => void act()}>
      {label}
    </Button>
  );
}
