import type { CreateFile, Named, ReceiptView } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { useRefusal } from '../ui/notices/use-refusal';

/** Opens a file, puts the receipt in it if there is one, and turns to it. */
export function useOpenNewFile(receipt: Named<ReceiptView> | undefined, onRefused: (error: unknown) => void) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const create = useCommand('createFile');
  const putIn = useCommand('putReceiptInFile');
  const refuse = useRefusal();
  const open = (body: CreateFile) =>
    create.mutate(
      { body },
      {
        onError: (error) => onRefused(error),
        onSuccess: (file) => {
          showSuccess(t('desk.fileCreated', { number: file.number, computer: String(file.computerNumber) }));
          const go = () => void navigate({ to: '/files/$fileId', params: { fileId: file.id } });
          if (!receipt) go();
          else
            putIn.mutate(
              { params: { receiptId: receipt.id }, body: { fileId: file.id }, ifMatch: receipt.version },
              // The file exists whatever becomes of the letter; who opened it is told and goes to it.
              { onError: refuse, onSettled: go },
            );
        },
      },
    );
  return { open, isPending: create.isPending || putIn.isPending, error: create.error };
}
