import type { FileView, ForwardFile, Named } from '@patravali/contract';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import type { Composer } from '../../notes/composer/use-composer';
import { insertPhrase } from '../../notes/phrases/insert-phrase';
import { useKeys } from '../../ui/keyboard/keys';
import { announce } from '../../ui/notices/announcements';
import { choosePost } from './ForwardFields';
import type { ForwardForm } from './use-forward-form';

/**
 * An officer's "please discuss": it stands in the note where nothing is written yet, and is asked of the desk that sent the file.
 * It then is signed and sent as anything that the officer writes. The head of the file offers it.
 */
export function useDiscuss(file: Named<FileView>, composer: Composer, form: ForwardForm<ForwardFile>, green: boolean) {
  const { t, marking } = useTranslations('file-acts');
  const isOfficer = useActing().post.roles.includes('officer');
  const to = file.from ?? form.form.values.to;
  const discuss = () => {
    if (!green && !composer.hasWords) insertPhrase(composer.editor, t('phrase.discuss'));
    if (to) choosePost(form, to, 'to_discuss');
    form.form.setFieldValue('action', 'to_discuss');
    announce(t('acts.discussSaid', { post: marking(to) }));
    if (!green) composer.editor.commands.focus('end');
  };
  useKeys([{ key: 'd', label: t('acts.discuss'), run: discuss }], isOfficer);
}
