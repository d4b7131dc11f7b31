import type { FileView, Named } from '@patravali/contract';
import { NativeSelect } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useCorrespondence } from '../../correspondence/api';
import { useFile } from '../../custody/api';
import { useTranslations } from '../../language/use-translations';
import page from '../../ui/page/page.module.css';
import { PageError } from '../../ui/page/PageError';
import { TwoSheets } from '../../ui/page/TwoSheets';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import classes from '../draft.module.css';
import { unfinished } from '../form/draft-form';
import { LetterChecks } from '../checks/LetterChecks';
import { DraftFields } from '../fields/DraftFields';
import { answerable } from './reply';
import { PreviewPane } from '../preview/PreviewPane';
import { SidePane } from '../preview/SidePane';
import { TemplateChoice } from '../templates/TemplateChoice';
import { useNewDraft } from './use-new-draft';
import { usePreview } from '../preview/use-preview';

/** A new letter on a file: a reply to one of its letters, or a letter of its own. */
export function NewDraftPage() {
  const { t } = useTranslations();
  const { fileId } = useParams({ from: '/office/files/$fileId/drafts/new' });
  const { data: file, error } = useFile(fileId);
  useTitle(t('draft.new'));
  if (file) return <NewDraft key={fileId} file={file} />;
  return error ? <PageError error={error} /> : <Waiting />;
}

function NewDraft({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations('draft-forms');
  const { receipt: asked, reminder } = useSearch({ from: '/office/files/$fileId/drafts/new' });
  const correspondence = useCorrespondence(file.id);
  const letters = answerable(correspondence.items);
  const { form, change, content, receiptId, answer, template, begin, shown, coming, create, isCreating } = useNewDraft(
    file,
    correspondence.isPending ? null : letters,
    { asked, reminder },
  );
  const missing = unfinished(form);
  const preview = usePreview(file.id, content);
  return (
    <main className={page.page}>
      <header className={page.head} data-lined>
        <Link to="/files/$fileId" params={{ fileId: file.id }} className={classes.file}>
          <span className="mono">{file.number}</span>
        </Link>
        <h1 className={`${page.subject ?? ''} ${classes.subject ?? ''}`}>{t('draft.new')}</h1>
        <NativeSelect
          size="xs"
          aria-label={t('draft.inReplyTo')}
          value={receiptId ?? ''}
          onChange={(event) => answer(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          data={[
            { value: '', label: t('draft.noReply') },
            ...letters.map((letter) => ({
              value: letter.receiptId ?? '',
              label: t('draft.replyTo', { page: letter.firstPage, party: letter.party }),
            })),
          ]}
        />
        <TemplateChoice form={form} template={template} onChoose={begin} />
        <span className={page.space} />
        <span className="soft small" role="status">
          {coming.length > 0 ? t('draftForm.takingOver') : missing && t(missing)}
        </span>
        <KeyButton
          keys="ctrl+S"
          label={t('draft.create')}
          size="xs"
          disabled={!content}
          loading={isCreating}
          onClick={create}
          whileTyping
        />
      </header>
      <TwoSheets
        printed="right"
        left={
          <>
            <DraftFields key={shown} fileId={file.id} form={form} onChange={change} coming={coming} />
            {content && (
              <LetterChecks fileId={file.id} letter={content} receiptId={receiptId} beforeFilling={template !== null} />
            )}
          </>
        }
        right={
          <SidePane
            fileId={file.id}
            receiptId={receiptId}
            draft={null}
            preview={<PreviewPane preview={preview} complete={content !== null} />}
          />
        }
      />
    </main>
  );
}
