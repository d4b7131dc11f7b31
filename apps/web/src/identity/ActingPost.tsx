import { Menu, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from '../language/use-translations';
import classes from './ActingPost.module.css';
import { useChangePost } from './use-change-post';
import { useSignOut } from './use-sign-out';
import { useActing } from '../api/use-session';

/** Who acts, from which post; the menu changes the post, the password, light and dark, or signs out. `more` stands in it too. */
export function ActingPost({ more }: { more?: ReactNode }) {
  const { t, translate, marking } = useTranslations();
  const { session, post } = useActing();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const others = session.posts.filter((one) => one.id !== post.id);
  const change = useChangePost();
  // It opens in the bar that holds it, which stays while one page after the other takes its place below.
  return (
    <Menu position="bottom-end" width={300} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes.actor}>
          <span className={classes.designation}>{translate(post.designation)}</span>
          <span className={classes.marking}>
            <span className={classes.name}>{translate(session.user.name)} · </span>
            <span className="mono">{marking(post)}</span>
            {post.capacity !== 'regular' && ` · ${t(`capacity.${post.capacity}`)}`}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 && <Menu.Label>{t('session.actFrom')}</Menu.Label>}
        {others.map((other) => (
          <Menu.Item key={other.id} onClick={() => change(other)}>
            <span className="mono">{marking(other)}</span> {translate(other.designation)}
            <br />
            <span className="small">
              {t(`capacity.${other.capacity}`)} · {translate(other.unit)}
            </span>
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        <Menu.Label>{t('session.appearance')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={colorScheme === scheme}
            onChange={() => setColorScheme(scheme)}
          >
            {t(`session.scheme.${scheme}`)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        {more}
        <Menu.Item onClick={() => void navigate({ to: '/help' })}>{t('page.help')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/notices' })}>{t('notice.bell')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/absence' })}>{t('page.absence')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/pdfs' })}>{t('pdfs.mine')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/phrases' })}>{t('phrases.title')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/signing-keys' })}>{t('session.signingKeys')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/sessions' })}>{t('session.sessions')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/password' })}>{t('session.changePassword')}</Menu.Item>
        <Menu.Item onClick={signOut}>{t('session.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
