import {
  ConsultPosts,
  type FileView,
  MOST_CONSULTED,
  type Named,
  type PostView,
  takesFiles,
} from '@patravali/contract';
import { CloseButton, Textarea } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { today } from '../language/dates';
import { composerOfFile } from '../notes/composer/use-composer';
import { useSignFirst, wantsSignature } from '../notes/signing/use-sign-first';
import { usePosts } from '../organisation/api';
import { useClosedDay } from '../organisation/closed-day';
import { PostPicker } from '../organisation/picker/PostPicker';
import { showSuccess } from '../ui/notices/announcements';
import { DayField } from '../ui/DayField';
import { FormDialog } from '../ui/FormDialog';
import { useContractForm } from '../ui/forms/use-contract-form';
import classes from './consultations.module.css';

interface ConsultedPost {
  postId: string;
  dueOn: string;
  /** The unit that is asked, through this post. */
  unitId?: string;
}

/** The question, whom it is put to, and by which day each of them is to answer. */
export function ConsultDialog({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations('consultations');
  const { mutateAsync: consult } = useCommand('consultPosts');
  const picker = useRef<HTMLInputElement>(null);
  const { form, send } = useContractForm({
    schema: ConsultPosts,
    initialValues: { question: '', dueOn: '', posts: [] as ConsultedPost[] },
  });
  const { question, dueOn, posts } = form.values;
  const closed = useClosedDay(dueOn);
  const offers = useMemo(() => {
    const taken = posts.map(({ postId }) => postId);
    return (post: PostView) => posts.length < MOST_CONSULTED && !taken.includes(post.id) && takesFiles(post);
  }, [posts]);
  const setPosts = (changed: ConsultedPost[]) => form.setFieldValue('posts', changed);
  const add = (asked: Omit<ConsultedPost, 'dueOn'>) => setPosts([...posts, { ...asked, dueOn }]);
  const remove = (postId: string) => {
    setPosts(posts.filter((one) => one.postId !== postId));
    picker.current?.focus();
  };
  // Whoever was named before the day was chosen gets it too; a day of one's own stays.
  const setDue = (day: string) => {
    form.setValues({ dueOn: day, posts: posts.map((one) => (one.dueOn === dueOn ? { ...one, dueOn: day } : one)) });
  };
  const { sign, dialog } = useSignFirst(file.id);
  const submit = () =>
    send({ question, posts }, async (body) => {
      const composer = composerOfFile(file.id);
      const written = file.pendingNote?.colour === 'green' ? file.pendingNote.version : await composer?.flush();
      if (written != null && wantsSignature(file)) await sign(written);
      await consult({ params: { fileId: file.id }, body, ifMatch: file.version });
      composer?.forget();
      showSuccess(t('asked', { number: file.number, count: body.posts.length }));
      onClose();
    });
  return (
    <FormDialog
      title={t('fileMove.consult')}
      size={620}
      incomplete={question.trim() === '' || posts.length === 0 || posts.some((one) => one.dueOn === '')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('why')}</p>
      {file.pendingNote && <p>{t('noteGoesAlong')}</p>}
      {!file.pendingNote && file.counts.notes + file.counts.pages === 0 && <p>{t('nothingYet')}</p>}
      <Textarea label={t('question')} required data-autofocus minRows={3} {...form.getInputProps('question')} />
      <DayField label={t('dueOn')} min={today()} value={dueOn} onChange={setDue} error={closed} required />
      <PostPicker
        label={t('posts')}
        description={posts.length < MOST_CONSULTED ? t('postsWhy') : t('form.tooMany', { max: MOST_CONSULTED })}
        value={null}
        inputRef={picker}
        offers={offers}
        onChange={(postId) => add({ postId })}
        onUnit={({ id: postId, unitId }) => add({ postId, unitId })}
      />
      {posts.length > 0 && (
        <ul className={classes.posts} aria-label={t('chosen')}>
          {posts.map((asked, index) => (
            <AskedPost
              key={asked.postId}
              asked={asked}
              error={(['dueOn', 'postId', 'unitId'] as const)
                .map((name) => form.errors[`posts.${index}.${name}`])
                .find(Boolean)}
              onDue={(day) => setPosts(posts.map((one) => (one === asked ? { ...one, dueOn: day } : one)))}
              onRemove={() => remove(asked.postId)}
            />
          ))}
        </ul>
      )}
      {dialog}
    </FormDialog>
  );
}

interface AskedPostProps {
  asked: ConsultedPost;
  error: React.ReactNode;
  onDue: (day: string) => void;
  onRemove: () => void;
}

function AskedPost({ asked: { postId, dueOn, unitId }, error, onDue, onRemove }: AskedPostProps) {
  const { t, translate, marking } = useTranslations('consultations');
  const { data: posts } = usePosts();
  const closed = useClosedDay(dueOn);
  const post = posts?.find(({ id }) => id === postId);
  if (!post) return null;
  return (
    <li>
      <span>
        {unitId !== undefined && `${translate(post.unit)} → `}
        <span className="mono">{marking(post)}</span> {translate(post.designation)}
        <br />
        <span className="soft small">
          {post.holder ? translate(post.holder) : t('page.vacantWarning', { post: marking(post) })}
        </span>
      </span>
      <DayField
        size="xs"
        label={t('dueOf', { post: marking(post) })}
        min={today()}
        value={dueOn}
        onChange={onDue}
        error={closed ?? error}
        required
      />
      <CloseButton size="sm" aria-label={t('remove', { post: marking(post) })} onClick={onRemove} />
    </li>
  );
}
