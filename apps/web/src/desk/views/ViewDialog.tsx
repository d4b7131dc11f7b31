import { Button, Checkbox, TextInput } from '@mantine/core';
import { type DeskView, SaveDeskView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { deskViewsQuery } from './api';
import { isSameView, type Shown } from './same-view';

interface ViewDialogProps {
  filters: Shown;
  onClose: () => void;
}

/** Keeps under a name what the inbox or a search shows now; what is kept already may be named anew or deleted. */
export function ViewDialog({ filters, onClose }: ViewDialogProps) {
  const { data } = useQuery(deskViewsQuery());
  if (!data) return null;
  return (
    <ViewForm filters={filters} view={data.items.find((one) => isSameView(one.filters, filters))} onClose={onClose} />
  );
}

function ViewForm({ filters, view, onClose }: ViewDialogProps & { view: DeskView | undefined }) {
  const { t } = useTranslations('desk-filter');
  const [save, change, remove] = [
    useCommand('saveDeskView'),
    useCommand('changeDeskView'),
    useCommand('deleteDeskView'),
  ];
  const { form, check, refuse } = useContractForm({
    schema: SaveDeskView,
    initialValues: { name: view?.name ?? '', isFirst: view?.isFirst ?? false },
  });
  const said = (sentence: string) => () => {
    showSuccess(sentence);
    onClose();
  };
  const submit = () => {
    const body = check({ ...form.values, filters });
    if (!body) return;
    const kept = view
      ? change.mutateAsync({ params: { viewId: view.id }, body, ifMatch: view.version })
      : save.mutateAsync({ body });
    kept.then(said(t('views.kept', { name: body.name })), refuse);
  };
  return (
    <FormDialog
      title={t(view ? 'views.change' : 'views.keepTitle')}
      act={t('views.save')}
      pending={save.isPending || change.isPending || remove.isPending}
      error={typeof form.errors.name === 'string' ? null : (save.error ?? change.error ?? remove.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t('views.name')} required data-autofocus maxLength={60} {...form.getInputProps('name')} />
      <Checkbox label={t('views.first')} {...form.getInputProps('isFirst', { type: 'checkbox' })} />
      {view && (
        <Button
          variant="subtle"
          color="red"
          style={{ justifySelf: 'start' }}
          onClick={() =>
            void remove
              .mutateAsync({ params: { viewId: view.id }, ifMatch: view.version })
              .then(said(t('views.deleted', { name: view.name })), refuse)
          }
        >
          {t('views.delete')}
        </Button>
      )}
    </FormDialog>
  );
}
