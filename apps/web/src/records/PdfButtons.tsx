import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/call';
import { useTranslations } from '../language/use-translations';
import { announce } from '../ui/announcements';
import { useRefusal } from '../ui/use-refusal';
import { YourTurn } from '../ui/YourTurn';
import { saveBytes } from '../ui/save-bytes';

type Made = 'downloadNoteSheet' | 'downloadWholeFile';

/** The note sheet, or the whole file, as a PDF to keep or to print. */
export function PdfButtons({ fileId, number }: { fileId: string; number: string }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const [working, setWorking] = useState<Made | null>(null);
  const fetchPdf = async (operation: Made, name: string) => {
    announce(t('file.pdfBegun'));
    setWorking(operation);
    try {
      saveBytes(await call(operation, { params: { fileId } }), `${number} ${name}.pdf`);
    } catch (error) {
      refuse(error);
    } finally {
      setWorking(null);
    }
  };
  return (
    <>
      <YourTurn operation={working ?? 'downloadWholeFile'} waiting={working !== null} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" loading={working !== null}>
            {t('file.pdf')} ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void fetchPdf('downloadNoteSheet', t('file.noteSheetPdf'))}>
            {t('file.noteSheetPdf')}
          </Menu.Item>
          <Menu.Item onClick={() => void fetchPdf('downloadWholeFile', t('file.wholeFilePdf'))}>
            {t('file.wholeFilePdf')}
          </Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t('file.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
