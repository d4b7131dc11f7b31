import type { FileRow, FileView, Named } from '@patravali/contract';
import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/notices/announcements';
import { FileChoice } from '../../ui/file-choice/FileChoice';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { useOfferedFiles } from '../../custody/api';

const TYPING_PAUSE_MS = 150;

/** Another file, found by words: to be linked to, or inside which this one travels from now on. */
export function ChooseOtherFile({ file, onDone }: { file: Named<FileView>; onDone: () => void }) {
  const { t } = useTranslations('together');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const rows = useOfferedFiles(asked);
  const [other, setOther] = useState<Named<FileRow> | null>(null);
  const [link, attach] = [useCommand('linkFile'), useCommand('attachFile')];
  const done = (act: 'link' | 'attach') => () => {
    showSuccess(t(`together.done.${act}`, { number: other?.number ?? '' }));
    onDone();
  };
  const params = { fileId: file.id };
  const id = other?.id ?? '';
  const refusal: Error | null = attach.error ?? link.error;
  return (
    <div>
      <p className="soft small">{t('together.whyChoose')}</p>
      <FileChoice
        label={t('together.find')}
        typed={typed}
        onType={setTyped}
        rows={{ ...rows, items: rows.items.filter((row) => row.id !== file.id) }}
        chosen={other}
        onChoose={setOther}
      />
      <RefusalLine error={refusal} />
      <Group mt="sm">
        <Button
          disabled={!other}
          loading={link.isPending}
          onClick={() => link.mutate({ params, body: { otherFileId: id } }, { onSuccess: done('link') })}
        >
          {t('together.link')}
        </Button>
        {file.allowedMoves.includes('attach') && (
          <Button
            variant="default"
            disabled={!other}
            loading={attach.isPending}
            onClick={() =>
              attach.mutate({ params, body: { mainFileId: id }, ifMatch: file.version }, { onSuccess: done('attach') })
            }
          >
            {t('together.attach')}
          </Button>
        )}
      </Group>
    </div>
  );
}
