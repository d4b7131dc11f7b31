import type { PostView } from '@patravali/contract';
import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useId, useMemo, useState } from 'react';
import { useActingPostId } from '../../api/session/acting-post';
import { usePosts } from '../api';
import { findPosts } from './find-posts';
import { findUnits } from './find-units';
import { useTranslations } from '../../language/use-translations';
import classes from './PostPicker.module.css';

interface Props {
  value: string | null;
  onChange: (postId: string, post: PostView) => void;
  /** Where a unit may be named: offered through the post that heads it. */
  onUnit?: (head: PostView) => void;
  label: string;
  /** Among fields without a line above them: the label stands in the empty field. */
  inline?: boolean;
  /** A line below the label. */
  description?: string;
  /** One's own post is offered too. */
  withOwn?: boolean;
  /** Which posts are offered; all unless said otherwise. */
  offers?: (post: PostView) => boolean;
  /** The sentence that says why the choice does not fit. */
  error?: ReactNode;
  autoFocus?: boolean;
  required?: boolean;
  size?: 'xs' | 'sm';
  inputRef?: Ref<HTMLInputElement>;
  /** Backspace in the empty field: for a field that takes several posts, one after the other. */
  onBackspace?: () => void;
}

/** Finds a post by marking, designation in either language, unit or holder. One's own post is not offered, unless that is said. */
export function PostPicker(props: Props) {
  const { value, onChange, label, offers = everyPost, error, autoFocus = false, required = false } = props;
  const { withOwn = false, description, inline = false, size = 'sm', inputRef, onBackspace, onUnit } = props;
  const { t, translate, marking } = useTranslations();
  const ownPostId = useActingPostId();
  const { data: posts, isPending } = usePosts();
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const warningId = useId();
  const chosen = posts?.find((post) => post.id === value);
  const found = useMemo(
    () =>
      findPosts(
        (posts ?? []).filter((post) => (withOwn || post.id !== ownPostId) && offers(post)),
        typed ?? '',
      ).slice(0, 60),
    [posts, typed, ownPostId, withOwn, offers],
  );
  const units = useMemo(
    () => (onUnit ? findUnits(posts ?? [], typed ?? '').filter((head) => head.id !== ownPostId && offers(head)) : []),
    [posts, typed, ownPostId, offers, onUnit],
  );
  const { dropdownOpened, selectFirstOption, resetSelectedOption } = combobox;
  // Once the hits are drawn: the row that Enter takes is the one that shows it.
  useEffect(() => {
    if (!dropdownOpened) return;
    if (typed === null || typed.trim() === '') resetSelectedOption();
    else selectFirstOption();
  }, [typed, found, units, dropdownOpened, selectFirstOption, resetSelectedOption]);
  const shown = typed ?? (chosen ? `${marking(chosen)} · ${translate(chosen.designation)}` : '');
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosenId) => {
        const head = units.find(({ unitId }) => unitId === chosenId);
        const post = posts?.find((one) => one.id === chosenId);
        if (head) onUnit?.(head);
        else if (post) onChange(chosenId, post);
        setTyped(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          ref={inputRef}
          size={size}
          {...(inline ? { 'aria-label': label } : { label })}
          description={description}
          value={shown}
          placeholder={inline ? label : t('page.findPost')}
          error={error}
          withAsterisk={required}
          data-autofocus={autoFocus || undefined}
          aria-describedby={chosen?.holder === null ? warningId : undefined}
          rightSection={isPending ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && shown === '' && !event.nativeEvent.isComposing) onBackspace?.();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(null);
          }}
        />
      </Combobox.Target>
      {chosen?.holder === null && (
        <p id={warningId} role="status" className={classes.warning}>
          {t('page.vacantWarning', { post: marking(chosen) })}
        </p>
      )}
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={280} className={classes.options} tabIndex={0}>
          {units.map((head) => (
            <Combobox.Option key={head.unitId} value={head.unitId}>
              <span className={classes.row}>
                <span>{`${translate(head.unit)} → ${marking(head)}`}</span>
                <span>{translate(head.designation)}</span>
                <span className="soft small">{head.holder ? translate(head.holder) : t('page.vacant')}</span>
              </span>
            </Combobox.Option>
          ))}
          {found.map((post) => (
            <Combobox.Option key={post.id} value={post.id} active={post.id === value}>
              <span className={classes.row}>
                <span className="mono">{marking(post)}</span>
                <span>{translate(post.designation)}</span>
                <span className="soft small">{post.holder ? translate(post.holder) : t('page.vacant')}</span>
              </span>
            </Combobox.Option>
          ))}
          {found.length + units.length === 0 && (
            <Combobox.Empty role="option" aria-disabled aria-selected={false}>
              {isPending ? t('page.loading') : t('page.noPost')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const everyPost = () => true;
