import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { dayFromToday } from './indian-days';
import type { Acts, StoryContext } from './story-context';
import { structured } from './structured';

export function draftActs({ office, names, story }: StoryContext): Acts<'draft' | 'approve' | 'issue'> {
  return {
    draft: async (actor, { file, draft, replyTo, body, signatory, form, language, subject, ...rest }) => {
      const letter = replyTo === undefined ? undefined : story.letters[replyTo];
      const made = await office.get(CreateDraft).execute(actor, names.find('file', file), {
        content: {
          form,
          language,
          subject,
          reference: letter ? { number: letter.number, date: dayFromToday(-letter.writtenDaysAgo) } : null,
          addressees: rest.addressees,
          salutation: null,
          body: structured(body),
          enclosures: rest.enclosures,
          copyTo: rest.copyTo,
          signatoryPostId: names.find('post', signatory),
        },
        replyToReceiptId: replyTo === undefined ? null : names.find('receipt', replyTo),
      });
      names.add('draft', draft, made.id);
    },
    approve: async (actor, { draft }) => {
      await office.get(ApproveDraft).execute(actor, names.find('draft', draft), {
        draftVersion: 1,
        namedPostId: null,
      });
    },
    issue: async (actor, { draft }) => {
      await office.get(IssueDraft).execute(actor, names.find('draft', draft));
    },
  };
}
