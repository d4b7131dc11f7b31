import type { FileView, Named } from '@patravali/contract';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { lazyPart } from '../../ui/page/lazy-part';

const VolumeDialog = lazyPart(() => import('./VolumeDialog').then((dialog) => dialog.VolumeDialog));
const TogetherDialog = lazyPart(() => import('./TogetherDialog').then((dialog) => dialog.TogetherDialog));

const MOVES = ['link', 'unlink', 'attach', 'detach', 'open_part', 'incorporate', 'open_volume'] as const;

/** Bringing this file together with others, and apart: one button in the head, and a dialog; a key opens its next volume. */
export function TogetherMoves({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations('together');
  const [isOpen, setOpen] = useState<'all' | 'volume' | false>(false);
  const next = { key: 't', label: t('fileMove.open_volume'), run: () => setOpen('volume') };
  useKeys([next], file.allowedMoves.includes('open_volume'));
  const carriesFiles = file.together.attached.length > 0;
  if (!carriesFiles && !MOVES.some((move) => file.allowedMoves.includes(move))) return null;
  return (
    <>
      <KeyButton
        keys="g"
        label={t('together.title')}
        variant="default"
        size="compact-sm"
        onClick={() => setOpen('all')}
      />
      {isOpen && (
        <>
          {isOpen === 'all' && <TogetherDialog file={file} onClose={() => setOpen(false)} />}
          {isOpen === 'volume' && <VolumeDialog file={file} onClose={() => setOpen(false)} />}
        </>
      )}
    </>
  );
}
