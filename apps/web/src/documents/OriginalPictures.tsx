import { Button, Menu } from '@mantine/core';
import type { DocumentView } from '@patravali/contract';
import { call } from '../api/call';
import { useTranslations } from '../language/use-translations';
import { useDownload } from '../ui/use-download';

/** The pictures of which a document was made, as they came. */
export function OriginalPictures({ document }: { document: Pick<DocumentView, 'id' | 'pages' | 'fileName'> }) {
  const { t, number } = useTranslations('receipt-moves');
  const { isWorking, download } = useDownload();
  const name = document.fileName.replace(/\.\w+$/, '');
  const save = (page: number) =>
    download(`${name} ${page}`, () => call('downloadPicture', { params: { documentId: document.id, page } }));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-sm" loading={isWorking}>
          {t('receipts.pictures.originals')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {Array.from({ length: document.pages }, (_, index) => (
          <Menu.Item key={index} onClick={() => save(index + 1)}>
            {t('receipts.pictures.page', { page: number(index + 1) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
