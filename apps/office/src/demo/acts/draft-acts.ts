import { CONFIG, type Config } from '@patravali/config';
import { DispatchIssue, SendDispatchMail } from '@patravali/dispatch';
import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import type { Acts, StoryContext } from '../story/story-context';
import { structured } from '../story/structured';

export function draftActs({ office, names, letters }: StoryContext): Acts<'draft' | 'approve' | 'issue' | 'dispatch'> {
  return {
    draft: async (actor, { file, draft, replyTo, body, signatory, form, language, subject, ...rest }) => {
      const letter = replyTo === undefined ? undefined : letters[replyTo];
      const made = await office.get(CreateDraft).execute(actor, names.find('file', file), {
        content: {
          form,
          language,
          subject,
          reference: letter ? { number: letter.number, date: names.find('writtenOn', replyTo ?? '') } : null,
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
      const { issueId } = await office.get(IssueDraft).execute(actor, names.find('draft', draft));
      names.add('issue', draft, issueId);
    },
    dispatch: async (actor, { draft, modes }) => {
      const mails = office.get<Config>(CONFIG).mail.kind === 'folder';
      const dispatches = modes.map((posting, recipient) => ({
        recipient,
        ...posting,
        mode: posting.mode === 'email' && !mails ? 'post' : posting.mode,
      }));
      const sent = await office.get(DispatchIssue).execute(actor, names.find('issue', draft), { dispatches });
      // Mails go out at once, at the time of the story; their jobs later find nothing left to do.
      for (const [index, dispatchId] of sent.dispatchIds.entries()) {
        if (dispatches[index]?.mode !== 'email') continue;
        await office
          .get(SendDispatchMail)
          .execute({ organisationId: actor.organisationId, dispatchId }, { last: true });
      }
    },
  };
}
