import { Button } from '@mantine/core';
import { call } from '../../api/call';
import { useDownload } from '../../ui/use-download';

interface DownloadButtonProps {
  documentId: string;
  /** Of the file, without its ending. */
  name: string;
  label: string;
}

/** The very bytes of a document, for whoever wants to keep or verify them. */
export function DownloadButton({ documentId, name, label }: DownloadButtonProps) {
  const { isWorking, download } = useDownload();
  const act = () => download(`${name}.pdf`, () => call('downloadDocument', { params: { documentId } }));
  return (
    <Button variant="default" size="compact-sm" loading={isWorking} onClick={act}>
      {label}
    </Button>
  );
}
