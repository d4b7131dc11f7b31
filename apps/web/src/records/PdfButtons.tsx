import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { lazyPart } from '../ui/page/lazy-part';
import { YourTurn } from '../ui/YourTurn';
import { type PrintedFile, usePdf } from './use-pdf';

const SelectPart = lazyPart(() => import('./SelectPart').then((dialog) => dialog.SelectPart));

/** The note sheet, the whole file, or a part of it, as a PDF to keep or to print. */
export function PdfButtons({ file }: { file: PrintedFile }) {
  const { t } = useTranslations();
  const { working, noteSheet, wholeFile } = usePdf(file);
  const [selecting, setSelecting] = useState(false);
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
          <Menu.Item onClick={() => void noteSheet()}>{t('file.noteSheetPdf')}</Menu.Item>
          <Menu.Item onClick={() => void wholeFile()}>{t('file.wholeFilePdf')}</Menu.Item>
          <Menu.Item onClick={() => setSelecting(true)}>{t('pdfs.part')}</Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t('file.print')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item component={Link} to="/pdfs">
            {t('pdfs.mine')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {selecting && (
        <Suspense>
          <SelectPart file={file} onClose={() => setSelecting(false)} />
        </Suspense>
      )}
    </>
  );
}
