import { NativeSelect, Textarea } from '@mantine/core';
import {
  type FileView,
  GRADINGS,
  type Named,
  REGRADING_TOUCHES,
  type RegradingTouches,
  RegradeFile,
} from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../api/query-of';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';

/** Gives the file another grading, with a reason, and says beforehand who will then read it. */
export function Regrade({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations('regrading');
  const { mutateAsync: regrade } = useCommand('regradeFile');
  const others = GRADINGS.filter((grading) => grading !== file.grading);
  const { form, send } = useContractForm({
    schema: RegradeFile,
    initialValues: { grading: others[0] ?? file.grading, reason: '' },
  });
  const { grading } = form.values;
  const { data } = useQuery(queryOf('checkRegrading', { params: { fileId: file.id }, query: { grading } }));
  const touched = touchedKinds(data);
  const submit = () =>
    send(form.values, async (body) => {
      await regrade({ params: { fileId: file.id }, body, ifMatch: file.version });
      showSuccess(t('file.regraded', { number: file.number, grading: t(`grading.${grading}`) }));
      onClose();
    });
  return (
    <FormDialog title={t('fileMove.regrade')} onSubmit={submit} onClose={onClose}>
      <NativeSelect
        label={t('desk.grading')}
        data-autofocus
        data={others.map((value) => ({ value, label: t(`grading.${value}`) }))}
        {...form.getInputProps('grading')}
      />
      {(grading === 'normal' || file.grading === 'normal') && (
        <p className="soft small">{t(`file.whyRegrade.${grading === 'normal' ? 'normal' : 'above'}`)}</p>
      )}
      {touched.length > 0 && (
        <div role="status">
          <p>{t('file.regradeTouches')}</p>
          <ul>
            {touched.map(([kind, count]) => (
              <li key={kind}>{t(`file.regradeTouches.${kind}`, { count })}</li>
            ))}
          </ul>
        </div>
      )}
      <Textarea label={t('file.reason')} required {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

/** What it touches, without what there is none of. */
function touchedKinds(touched: RegradingTouches | undefined): (readonly [keyof RegradingTouches, number])[] {
  return REGRADING_TOUCHES.map((kind) => [kind, touched?.[kind] ?? 0] as const).filter(([, count]) => count > 0);
}
