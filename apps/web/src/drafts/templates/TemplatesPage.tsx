import type { DraftTemplate } from '@patravali/contract';
import { useList, WHOLE } from '../../api/lists/use-list';
import { useCommand } from '../../api/use-command';
import classes from '../../establishment/establishment.module.css';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { FormDialog } from '../../ui/FormDialog';
import { MoreRows } from '../../ui/list/MoreRows';
import { showSuccess } from '../../ui/notices/announcements';
import { PageError } from '../../ui/page/PageError';
import { TableScroller } from '../../ui/page/TableScroller';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { TemplateDialog } from './TemplateDialog';
import { TemplateDocumentsDialog } from './TemplateDocumentsDialog';

const COLUMNS = ['code', 'name', 'form', 'language', 'series', 'documents', 'use'] as const;

/** The texts from which drafts of the office begin; the administrator keeps them. */
export function TemplatesPage() {
  const { t } = useTranslations('templates');
  useTitle(t('page.templates'));
  const templates = useList('listDraftTemplates', {}, WHOLE);
  if (templates.error) return <PageError error={templates.error} />;
  if (templates.isPending) return <Waiting />;
  const ofOffice = templates.items.filter(({ unit }) => unit === null);
  return (
    <main className={classes.place}>
      <h1>{t('page.templates')}</h1>
      <p className="soft">{t('templates.why')}</p>
      <div className={classes.acts}>
        <DialogButton
          label={t('templates.add')}
          dialog={(close) => <TemplateDialog template={null} onClose={close} />}
        />
      </div>
      {ofOffice.length === 0 ? (
        <p className="soft">{t('templates.none')}</p>
      ) : (
        <TableScroller label={t('page.templates')}>
          <table className={classes.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`templates.${column}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {ofOffice.map((template) => (
                <TemplateRow key={template.id} template={template} />
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
      <MoreRows rows={templates} />
    </main>
  );
}

function TemplateRow({ template }: { template: DraftTemplate }) {
  const { t, translate, number } = useTranslations('templates');
  const { code, form, language, series, documents, inUse } = template;
  const name = translate(template.name);
  const counted = documents.length === 0 ? t('templates.noneYet') : number(documents.length);
  return (
    <tr>
      <td className="mono">{code}</td>
      <th scope="row">{name}</th>
      <td>{t(`letterForm.${form}`)}</td>
      <td>{t(`letterLanguage.${language}`)}</td>
      {series === null ? <td>{t('templates.ofOffice')}</td> : <td className="mono">{series}</td>}
      <td>
        <DialogButton
          label={counted}
          aria-label={`${t('templates.documents')}: ${name}, ${counted}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <TemplateDocumentsDialog template={template} name={name} onClose={close} />}
        />
      </td>
      <td>{t(inUse ? 'templates.yes' : 'templates.no')}</td>
      <td>
        <DialogButton
          label={t(inUse ? 'templates.change' : 'templates.useAgain')}
          aria-label={`${t(inUse ? 'templates.change' : 'templates.useAgain')}: ${name}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <TemplateDialog template={template} onClose={close} />}
        />
        {inUse && (
          <DialogButton
            label={t('templates.retire')}
            aria-label={`${t('templates.retire')}: ${name}`}
            variant="subtle"
            size="xs"
            dialog={(close) => <RetireDialog template={template} name={name} onClose={close} />}
          />
        )}
      </td>
    </tr>
  );
}

interface RetireDialogProps {
  template: DraftTemplate;
  name: string;
  onClose: () => void;
}

function RetireDialog({ template, name, onClose }: RetireDialogProps) {
  const { t } = useTranslations('templates');
  const retire = useCommand('retireDraftTemplate');
  return (
    <FormDialog
      title={t('templates.retiring', { name })}
      act={t('templates.retire')}
      onSubmit={async () => {
        await retire.mutateAsync({ params: { templateId: template.id } });
        showSuccess(t('templates.retired'));
        onClose();
      }}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('templates.retireWhy')}</p>
    </FormDialog>
  );
}
