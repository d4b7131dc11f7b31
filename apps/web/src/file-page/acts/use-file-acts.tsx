import type { FileMove, FileView, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useState } from 'react';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { type Act, type ActGroup, useOfferedActs } from '../../ui/keyboard/acts';
import { keepFocus } from '../../ui/keyboard/focus';
import { pressKey, useBoundKeys, useKeys } from '../../ui/keyboard/keys';
import { ACT_DIALOGS } from './act-dialogs';
import { ACT_GROUPS, ACT_IDS, type ActDone, type ActId, actOf, firstActs, type GroupOfActs } from './acts-of-file';
import { useActsAtOnce } from './use-acts-at-once';
import { useActLabel } from './use-act-label';
import { whyNot, whyNotAtTheFoot, type WhyNot } from './why-not';

/** As many desks as the foot of the sheet offers under their digits. */
const MARKED_BY_DIGIT = 3;

interface FileActs {
  groups: readonly ActGroup[];
  /** Those that stand beside the menu. */
  first: readonly Act[];
  /** A PDF is on its way. */
  working: ReturnType<typeof useActsAtOnce>['working'];
  /** What asks for what the act needs that was begun. */
  dialog: ReactNode;
}

/**
 * What can be done with the file now, and what not and why: bound to its keys, and offered by the command palette.
 * @param onSheets whether the note sheet is shown, at whose foot some of it is done
 * @param home where the focus goes when an act has left it nowhere
 */
export function useFileActs(file: Named<FileView>, onSheets: boolean, home: RefObject<HTMLElement | null>): FileActs {
  const { t, marking } = useTranslations('file-acts');
  const { post } = useActing();
  const isOfficer = post.roles.includes('officer');
  const labelOf = useActLabel(isOfficer);
  const [asking, setAsking] = useState<ActDone<'dialog'> | null>(null);
  const { acts: atOnce, working } = useActsAtOnce(file);
  const { atFoot, isBound } = useFoot(file.id, onSheets);
  const backHome = () => keepFocus(() => home.current);
  const states = new Map(ACT_IDS.map((id) => [id, stateOf(id)] as const));

  /** True while it is possible; why not, where it is named all the same. */
  function stateOf(id: ActId): true | WhyNot | null {
    const act = actOf(id);
    if (!isMatterOfNow(id, file)) return null;
    const isAllowed = act.move === undefined || file.allowedMoves.includes(act.move);
    if (!isAllowed || (act.officers && !isOfficer))
      return act.named && file.holder?.id === post.id ? whyNot(act, file, post) : null;
    return act.way === 'foot' && !isBound(act.keys) ? whyNotAtTheFoot(act, file) : true;
  }

  function runOf(id: ActId): () => void {
    const { way, keys } = actOf(id);
    if (way === 'foot') return () => atFoot(keys);
    return way === 'dialog' ? () => setAsking(id as ActDone<'dialog'>) : atOnce[id as keyof typeof atOnce];
  }

  function offered(id: ActId, state: true | WhyNot): Act {
    const run = runOf(id);
    return {
      id,
      label: labelOf(id),
      keys: actOf(id).keys,
      ...(state !== true && { whyNot: t(state.sentence, { post: marking(state.post) }) }),
      run: () => {
        run();
        backHome();
      },
    };
  }

  const actsOf = (group: GroupOfActs) =>
    ACT_IDS.filter((id) => actOf(id).group === group).flatMap((id) => {
      const state = states.get(id) ?? null;
      return state === null ? [] : [offered(id, state)];
    });
  const marked = file.suggestions.slice(0, MARKED_BY_DIGIT).flatMap((suggestion, index): Act[] => {
    const keys = String(index + 1);
    const { marking } = suggestion.post;
    const mark = { id: `mark_to_${keys}`, label: t('acts.markTo', { post: marking }), keys, run: () => atFoot(keys) };
    return states.get('send') === true && isBound(keys) ? [mark] : [];
  });
  const groups = ACT_GROUPS.map((group) => ({
    label: t(`acts.group.${group}`),
    acts: group === 'send' ? [...actsOf(group), ...marked] : actsOf(group),
  })).filter(({ acts }) => acts.length > 0);
  useOfferedActs(groups);

  const possible = ACT_IDS.filter((id) => states.get(id) === true);
  const ownKeys = possible.filter((id) => actOf(id).way === 'dialog' || actOf(id).way === 'at-once');
  useKeys(ownKeys.map((id) => ({ key: actOf(id).keys, label: labelOf(id), run: offered(id, true).run })));

  const Dialog = asking && ACT_DIALOGS[asking];
  const close = () => {
    setAsking(null);
    backHome();
  };
  return {
    groups,
    first: firstActs(new Set(possible), isOfficer).map((id) => offered(id, true)),
    working,
    dialog: Dialog && <Dialog key={asking} file={file} onClose={close} />,
  };
}

/** What the foot of the note sheet does is done there: of another tab the sheets come first. */
function useFoot(fileId: string, onSheets: boolean) {
  const navigate = useNavigate();
  const bound = useBoundKeys();
  return {
    isBound: (keys: string) => !onSheets || bound.some(({ key }) => key === keys),
    atFoot: (keys: string) => {
      if (!onSheets) void navigate({ to: '/files/$fileId', params: { fileId }, search: {} });
      pressKey(keys);
    },
  };
}

const TOGETHER: readonly FileMove[] = ['link', 'unlink', 'attach', 'detach', 'open_part', 'incorporate', 'open_volume'];

/** Of two acts that are the same one there and back, only that which the file now leads to. */
function isMatterOfNow(id: ActId, { allowedMoves, following, state, together }: Named<FileView>): boolean {
  if (id === 'follow') return following === null;
  if (id === 'unfollow') return following !== null;
  if (id === 'clear_reminder') return following?.remindOn != null;
  if (id === 'park') return state !== 'parked';
  if (id === 'put_in_call_book') return state !== 'in_call_book';
  if (id === 'together') return together.attached.length > 0 || TOGETHER.some((move) => allowedMoves.includes(move));
  return true;
}
