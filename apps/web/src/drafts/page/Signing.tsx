import type { DraftView, Named } from '@patravali/contract';
import { EnclosedDocuments } from '../../documents/enclosures/EnclosedDocuments';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import classes from '../draft.module.css';
import { Approvals } from '../approval/Approvals';

/** In whose name the letter goes out, who has approved it and from which desk it will be issued; and what goes with it. */
export function Signing({ draft }: { draft: Named<DraftView> }) {
  const { t, translate, day } = useTranslations('outward');
  const { signatory, signatoryHolder, signing, content } = draft;
  const others = signing.signatories.filter(({ post }) => post.id !== signatory.id);
  return (
    <div className={classes.about}>
      <section aria-label={t('draft.signatory')}>
        <h2 className="eyebrow">{t('draft.signatory')}</h2>
        <p>
          <Post post={signatory} />
          {signatoryHolder && ` · ${translate(signatoryHolder)}`}
          {others.map(({ post }) => (
            <span key={post.id}>
              , <Post post={post} />
            </span>
          ))}
        </p>
        <Approvals draft={draft} />
        {content.replyBy !== undefined && (
          <p className="soft small">{t('outward.byDay', { day: day(content.replyBy) })}</p>
        )}
      </section>
      <EnclosedDocuments enclosed={content.enclosedDocuments ?? []} fileId={draft.file.id} />
    </div>
  );
}
