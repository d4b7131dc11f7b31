import { Button, FileInput, Textarea } from '@mantine/core';
import {
  type ImportList,
  type ListChecked,
  type ListImported,
  MOST_LIST_BYTES,
  MOST_LIST_ROWS,
} from '@patravali/contract';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { readAsBase64 } from '../../signing/read-chosen-file';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { useDownload } from '../../ui/use-download';
import { Mistakes } from './Mistakes';
import { WhatWould } from './WhatWould';

interface ListDialogProps {
  title: string;
  /** What a list of this kind is. */
  why: string;
  /** The sheet into which one is written. */
  template: () => Promise<Blob>;
  check: (body: ImportList) => Promise<ListChecked>;
  enter: (body: ImportList) => Promise<ListImported>;
  onClose: () => void;
}

/** Takes in a list: read first, with what it would change or what is wrong in it, and then entered as it was read. */
export function ListDialog({ title, why, template, check, enter, onClose }: ListDialogProps) {
  const { t, number } = useTranslations('establishment');
  const { isWorking, download } = useDownload();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const [read, setRead] = useState<{ list: string; checked: ListChecked } | null>(null);
  const isFit = read !== null && read.checked.items.length > 0 && read.checked.items.every((each) => !each.refusal);
  const isTooLarge = file !== null && file.size > MOST_LIST_BYTES;
  const act = async () => {
    if (isFit) {
      const { created, changed, ended } = await enter({ list: read.list, reason: reason.trim() });
      showSuccess(
        t('establishment.listDone', { created: number(created), changed: number(changed), ended: number(ended) }),
      );
      onClose();
      return;
    }
    if (!file) return;
    const list = await readAsBase64(file, t('establishment.listFileUnreadable'));
    setRead({ list, checked: await check({ list, reason: reason.trim() }) });
  };
  return (
    <FormDialog
      title={title}
      act={t(isFit ? 'establishment.enterList' : 'establishment.readList')}
      incomplete={file === null || isTooLarge || reason.trim() === ''}
      size={720}
      onSubmit={act}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>
        {why} {t('establishment.listBound', { rows: number(MOST_LIST_ROWS) })}
      </p>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          loading={isWorking}
          onClick={() => download(`${title}.xlsx`, template)}
        >
          {t('establishment.template')}
        </Button>
      </div>
      <FileInput
        label={t('establishment.listFile')}
        placeholder={t('establishment.chooseFile')}
        accept=".xlsx,.csv,text/csv"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setRead(null);
        }}
        error={isTooLarge ? t('establishment.listFileTooLarge') : undefined}
        data-autofocus
      />
      <Textarea
        label={t('establishment.reason')}
        description={t('establishment.reasonWhy')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        minRows={2}
        maxLength={2000}
        required
      />
      {read && (isFit ? <WhatWould checked={read.checked} /> : <Mistakes checked={read.checked} />)}
    </FormDialog>
  );
}
