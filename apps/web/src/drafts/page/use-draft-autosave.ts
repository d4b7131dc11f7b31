import type { DraftContent, DraftView, Named } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { queryOf } from '../../api/query-of';
import { Autosave, type AutosaveState } from '../../notes/autosave/autosave';
import { LocalCopy } from '../../notes/autosave/local-copy';
import { failureOf } from '../../notes/autosave/save-failure';
import { actingPostId } from '../../api/session/acting-post';
import { sameContent } from '../form/draft-form';

/** Keeps the draft on the server and in the browser while it is typed. */
export function useDraftAutosave(draft: Named<DraftView>) {
  const client = useQueryClient();
  const [state, setState] = useState<AutosaveState<DraftContent>>({ kind: 'saved', at: draft.changedAt });
  const { autosave, first } = useMemo(() => {
    const params = { draftId: draft.id };
    const copy = new LocalCopy<DraftContent>(`patravali.draft.${actingPostId() ?? ''}.${draft.id}`);
    const kept = copy.read();
    const made = new Autosave<DraftContent>({
      version: kept?.version ?? draft.version,
      known: !kept || kept.version === draft.version ? draft.content : null,
      save: async (content, ifMatch) => {
        const { version, draftVersion } = await call('changeDraft', {
          params,
          body: { content },
          ifMatch: ifMatch ?? draft.version,
        });
        const key = keyOf('getDraft', { params });
        const before = client.getQueryData<Named<DraftView>>(key);
        client.setQueryData<Named<DraftView>>(key, (known) => known && { ...known, content, version, draftVersion });
        // The first change on a desk makes a new version, and ends an approval.
        if (before?.draftVersion !== draftVersion || before.state !== 'draft')
          void client.invalidateQueries({ queryKey: key });
        return { version, savedAt: new Date().toISOString() };
      },
      read: () => call('getDraft', { params }),
      same: sameContent,
      failureOf,
      copy,
      onState: setState,
    });
    return { autosave: made, first: kept?.content ?? draft.content };
    // The draft on the server changes with each save; only another draft makes another form.
  }, [client, draft.id]);
  useEffect(() => autosave.start(first), [autosave, first]);

  /** Saves the last key, then reads the draft as the server holds it. */
  const saveDraft = async (): Promise<Named<DraftView>> => {
    await autosave.flush();
    return client.query(queryOf('getDraft', { params: { draftId: draft.id } }, { staleTime: 0 }));
  };
  return { autosave, state, first, saveDraft };
}
