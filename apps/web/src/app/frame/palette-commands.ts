import type { Role } from '@patravali/contract';
import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { holdsWork } from '../../desk/boxes';
import { placesOf } from '../../desk/places';
import { deskViewsQuery } from '../../desk/views/api';
import { linkOfView } from '../../desk/views/link-of-view';
import type { PaletteCommand } from '../../ui/keyboard/CommandPalette';
import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { useActing } from '../../api/use-session';
import { useSwitchLanguage } from '../../ui/language/use-switch-language';

/** A place to go or a thing to begin; it is found by its label. */
interface NamedCommand extends PaletteCommand {
  label: string;
}

export function usePaletteCommands(): NamedCommand[] {
  const { t } = useTranslations();
  const { post } = useActing();
  const navigate = useNavigate();
  const { data: views } = useQuery(deskViewsQuery());
  const switchLanguage = useSwitchLanguage();
  const only = useOnlyLanguage();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const does = (...roles: readonly Role[]) => roles.some((role) => post.roles.includes(role));
  const begin: NamedCommand[] = [];
  if (does('dealing_hand', 'officer'))
    begin.push({ id: 'new-file', label: t('desk.newFile'), run: () => void navigate({ to: '/files/new' }) });
  if (does('dealing_hand', 'dispatcher'))
    begin.push({ id: 'diarise', label: t('desk.diarise'), run: () => void navigate({ to: '/receipts/new' }) });
  const searched: NamedCommand = {
    id: 'search',
    label: t('desk.findFiles'),
    run: () => void navigate({ to: '/search', search: {} }),
  };
  return [
    ...begin,
    ...placesOf(post).flatMap(({ label, tabs }) =>
      tabs.map((tab) => ({
        id: tab.path,
        // All that waits is what the place is called by.
        label: t(tab.label === 'desk.box.all' ? label : tab.label),
        run: () => void navigate(tab.link),
      })),
    ),
    ...(holdsWork(post) ? [searched] : []),
    ...(views?.items ?? []).map(({ id, name, filters }) => ({
      id,
      label: name,
      run: () => void navigate(linkOfView(filters)),
    })),
    { id: 'channel', label: t('channel.title'), run: () => void navigate({ to: '/channel', search: {} }) },
    ...(only === null ? [{ id: 'language', label: t('page.switchLanguage'), run: switchLanguage }] : []),
    { id: 'light', label: t('session.scheme.light'), run: () => setColorScheme('light') },
    { id: 'dark', label: t('session.scheme.dark'), run: () => setColorScheme('dark') },
    { id: 'help', label: t('page.help'), run: () => void navigate({ to: '/help' }) },
    { id: 'notices', label: t('notice.bell'), run: () => void navigate({ to: '/notices' }) },
    { id: 'absence', label: t('page.absence'), run: () => void navigate({ to: '/absence' }) },
    { id: 'pdfs', label: t('pdfs.mine'), run: () => void navigate({ to: '/pdfs' }) },
    { id: 'phrases', label: t('phrases.title'), run: () => void navigate({ to: '/phrases' }) },
    { id: 'sessions', label: t('session.sessions'), run: () => void navigate({ to: '/sessions' }) },
    { id: 'password', label: t('session.changePassword'), run: () => void navigate({ to: '/password' }) },
  ];
}
