import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { lazyPart } from '../ui/page/lazy-part';
import { YourTurn } from '../ui/YourTurn';
import { type PrintedFile, usePdf } from './use-pdf';

const EvidenceBundle = lazyPart(() => import('../evidence/EvidenceBundle').then((dialog) => dialog.EvidenceBundle));
const SelectPart = lazyPart(() => import('./SelectPart').then((dialog) => dialog.SelectPart));

/** The note sheet, the whole file, or a part of it, as a PDF to keep or to print; and the bundle with which a stranger checks it. */
export function PdfButtons({ file }: { file: PrintedFile }) {
  const { t } = useTranslations();
  const { working, noteSheet, wholeFile } = usePdf(file);
  const [open, setOpen] = useState<'part' | 'bundle' | null>(null);
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
          <Menu.Item onClick={() => setOpen('part')}>{t('pdfs.part')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('bundle')}>{t('pdfs.bundle')}…</Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t('file.print')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item component={Link} to="/pdfs">
            {t('pdfs.mine')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'part' && <SelectPart file={file} onClose={() => setOpen(null)} />}
      {open === 'bundle' && <EvidenceBundle file={file} onClose={() => setOpen(null)} />}
    </>
  );
}
