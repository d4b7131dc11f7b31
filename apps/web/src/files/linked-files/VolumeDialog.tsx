import { type FileView, type Named, nextVolumeNumber } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useExplanation } from '../../movement/clock/use-explanation';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';

/** Opens the next volume of a full file; says first what becomes of this one, which is closed for good. */
export function VolumeDialog({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations('together');
  const navigate = useNavigate();
  const { mutateAsync: open, error } = useCommand('openVolume');
  const explanation = useExplanation(file, error);
  const act = async () => {
    const params = { fileId: file.id };
    const { id, number } = await open({ params, body: explanation.said, ifMatch: file.version });
    showSuccess(t('together.done.open_volume', { number }));
    onClose();
    await navigate({ to: '/files/$fileId', params: { fileId: id } });
  };
  return (
    <FormDialog title={t('fileMove.open_volume')} incomplete={explanation.isMissing} onSubmit={act} onClose={onClose}>
      <p style={{ margin: 0 }}>{t('together.whyVolume')}</p>
      <p style={{ margin: 0 }}>
        {t('together.whatVolume', { number: nextVolumeNumber(file.number, file.together.volume) })}
      </p>
      {explanation.field}
    </FormDialog>
  );
}
