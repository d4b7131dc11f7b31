import { Button, Menu } from '@mantine/core';
import { call } from '../../api/call';
import { useDownload } from '../../ui/use-download';

interface DownloadButtonProps {
  documentId: string;
  /** Of the file, without its ending. */
  name: string;
  label: string;
}

/** The very bytes of a document, for whoever wants to keep or verify them. */
export function DownloadButton({ label, ...of }: DownloadButtonProps) {
  const { isWorking, act } = useDocumentBytes(of);
  return (
    <Button variant="default" size="compact-sm" loading={isWorking} onClick={act}>
      {label}
    </Button>
  );
}

/** The same, as a line of the viewer's menu. */
export function DownloadItem({ label, ...of }: DownloadButtonProps) {
  const { isWorking, act } = useDocumentBytes(of);
  return (
    <Menu.Item disabled={isWorking} onClick={act}>
      {label}
    </Menu.Item>
  );
}

function useDocumentBytes({ documentId, name }: Omit<DownloadButtonProps, 'label'>) {
  const { isWorking, download } = useDownload();
  const act = () => download(`${name}.pdf`, () => call('downloadDocument', { params: { documentId } }));
  return { isWorking, act };
}
