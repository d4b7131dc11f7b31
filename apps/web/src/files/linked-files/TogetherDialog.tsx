import { type FileBeside, type FileMove, type FileView, type Named, UnlinkFile } from '@patravali/contract';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { ChooseOtherFile } from './ChooseOtherFile';
import { FileLine } from './FileLine';
import { VolumeDialog } from './VolumeDialog';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import classes from './together.module.css';

interface Props {
  file: Named<FileView>;
  onClose: () => void;
}

/** With which files this one is together, and what may be done about it. */
export function TogetherDialog({ file, onClose }: Props) {
  const { t } = useTranslations('together');
  const [unlinking, setUnlinking] = useState<Named<FileBeside> | null>(null);
  const [isContinuing, setContinuing] = useState(false);
  const may = (move: FileMove) => file.allowedMoves.includes(move);
  if (unlinking) return <UnlinkDialog file={file} other={unlinking} onClose={() => setUnlinking(null)} />;
  if (isContinuing) return <VolumeDialog file={file} onClose={onClose} />;
  const { attachedTo, attached, linked } = file.together;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('together.title')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      size={620}
    >
      <Stack gap="sm">
        {attachedTo && may('detach') && <Attached file={file} inside={file} main={attachedTo} onDone={onClose} />}
        {attached.map((inside) => (
          <Attached key={inside.id} file={file} inside={inside} main={file} onDone={onClose} />
        ))}
        {linked.map((other) => (
          <p key={other.id} className={classes.line}>
            <span>
              <strong>{t('together.linked')}</strong> · <FileLine file={other} /> {other.subject}
            </span>
            {may('unlink') && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('fileMove.unlink')} ${other.number}`}
                onClick={() => setUnlinking(other)}
              >
                {t('fileMove.unlink')}
              </Button>
            )}
          </p>
        ))}
        {may('open_part') && <OpenAPart file={file} />}
        {may('incorporate') && <Incorporate file={file} />}
        {may('link') && <ChooseOtherFile file={file} onDone={onClose} />}
        {may('open_volume') && (
          <p className={classes.line}>
            <span className="soft small">
              {t('together.bulky')} <WhatIs word="volume" />
            </span>
            <Button size="compact-sm" variant="default" onClick={() => setContinuing(true)}>
              {t('fileMove.open_volume')}
            </Button>
          </p>
        )}
      </Stack>
    </Modal>
  );
}

interface Inside {
  file: Named<FileView>;
  inside: Pick<FileBeside, 'id' | 'number'>;
  main: Pick<FileBeside, 'number'>;
  onDone: () => void;
}

/** A file inside another, and the way out. */
function Attached({ file, inside, main, onDone }: Inside) {
  const { t } = useTranslations('together');
  const detach = useCommand('detachFile');
  const run = () => {
    const done = () => {
      showSuccess(t('together.done.detach', { number: inside.number }));
      onDone();
    };
    detach.mutate({ params: { fileId: inside.id }, body: {} }, { onSuccess: done });
  };
  const isThis = inside.id === file.id;
  return (
    <div className={classes.line}>
      <span>
        <strong>{t(isThis ? 'together.attachedTo' : 'together.attached')}</strong> ·{' '}
        <span className="mono">{isThis ? main.number : inside.number}</span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t('fileMove.detach')} ${inside.number}`}
        loading={detach.isPending}
        onClick={run}
      >
        {t('fileMove.detach')}
      </Button>
      <RefusalLine error={detach.error} />
    </div>
  );
}

function OpenAPart({ file }: Pick<Props, 'file'>) {
  const { t, marking } = useTranslations('together');
  const navigate = useNavigate();
  const open = useCommand('openPart');
  const run = () =>
    open.mutate(
      { params: { fileId: file.id }, body: {} },
      {
        onSuccess: ({ id, number }) => {
          showSuccess(t('together.done.open_part', { number }));
          void navigate({ to: '/files/$fileId', params: { fileId: id } });
        },
      },
    );
  return (
    <div>
      <p className="soft small">
        {t('together.whyPart', { post: marking(file.holder) })} <WhatIs word="part" />
      </p>
      <RefusalLine error={open.error} />
      <Button loading={open.isPending} onClick={run} data-autofocus>
        {t('fileMove.open_part')}
      </Button>
    </div>
  );
}

function Incorporate({ file }: Pick<Props, 'file'>) {
  const { t } = useTranslations('together');
  const navigate = useNavigate();
  const incorporate = useCommand('incorporatePart');
  const main = file.together.mainFile;
  const run = () =>
    incorporate.mutate(
      { params: { fileId: file.id }, ifMatch: file.version },
      {
        onSuccess: () => {
          if (!main) return;
          showSuccess(t('together.done.incorporate', { number: main.number }));
          void navigate({ to: '/files/$fileId', params: { fileId: main.id } });
        },
      },
    );
  return (
    <div>
      <p className="soft small">{t('together.whyIncorporate')}</p>
      <RefusalLine error={incorporate.error} />
      <Group>
        <Button loading={incorporate.isPending} onClick={run} data-autofocus>
          {t('fileMove.incorporate')}
        </Button>
      </Group>
    </div>
  );
}

function UnlinkDialog({ file, other, onClose }: Props & { other: Named<FileBeside> }) {
  const { t } = useTranslations('together');
  const unlink = useCommand('unlinkFile');
  const act = async (reason: string) => {
    await unlink.mutateAsync({ params: { fileId: file.id, otherFileId: other.id }, body: { reason } });
    showSuccess(t('together.done.unlink', { number: other.number }));
  };
  return (
    <ReasonDialog title={t('fileMove.unlink')} schema={UnlinkFile} onAct={act} onClose={onClose}>
      {t('together.whyUnlink', { number: other.number })}
    </ReasonDialog>
  );
}
