import type { FileView, Named } from '@patravali/contract';
import { Suspense, useState } from 'react';
import { KeyButton } from '../../keyboard/KeyButton';
import { lazyPart } from '../../ui/page/lazy-part';
import { useTogetherWords } from '../../custody/use-together-words';

const TogetherDialog = lazyPart(() => import('./TogetherDialog').then((dialog) => dialog.TogetherDialog));

const MOVES = ['link', 'unlink', 'attach', 'detach', 'open_part', 'incorporate'] as const;

/** Bringing this file together with others, and apart: one button in the head, and a dialog. */
export function TogetherMoves({ file }: { file: Named<FileView> }) {
  const say = useTogetherWords();
  const [isOpen, setOpen] = useState(false);
  const carriesFiles = file.together.attached.length > 0;
  if (!carriesFiles && !MOVES.some((move) => file.allowedMoves.includes(move))) return null;
  return (
    <>
      <KeyButton
        keys="g"
        label={say('together.title')}
        variant="default"
        size="compact-sm"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <TogetherDialog file={file} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
