import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { PhotographButton } from './PhotographButton';
import classes from './pictures.module.css';

interface PicturePagesProps {
  /** In the order of the pages. */
  pictures: readonly File[];
  onChange: (pictures: readonly File[]) => void;
  /** More are chosen. */
  onMore: () => void;
  onSend: () => void;
}

/** The pictures of which a letter is made, before they are sent: each has its place, and can be moved or taken out. */
export function PicturePages({ pictures, onChange, onMore, onSend }: PicturePagesProps) {
  const { t, number } = useTranslations('receipt-moves');
  const without = (index: number) => pictures.filter((_, at) => at !== index);
  const moved = (index: number, by: number) => {
    const [picture, others] = [pictures[index], without(index)];
    return picture ? [...others.slice(0, index + by), picture, ...others.slice(index + by)] : pictures;
  };
  return (
    <div className={classes.sheet}>
      <p className="soft small" role="status">
        {t('receipts.pictures.order', { n: pictures.length, pages: number(pictures.length) })}
      </p>
      <ol className={classes.pages}>
        {pictures.map((picture, index) => {
          const page = number(index + 1);
          return (
            <li key={`${picture.name} ${picture.size} ${picture.lastModified}`} className={classes.page}>
              <Thumbnail picture={picture} label={t('receipts.pictures.page', { page })} />
              <span className={classes.name}>{picture.name}</span>
              <ActionIcon.Group>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('receipts.pictures.earlier', { page })}
                  disabled={index === 0}
                  onClick={() => onChange(moved(index, -1))}
                >
                  ↑
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('receipts.pictures.later', { page })}
                  disabled={index === pictures.length - 1}
                  onClick={() => onChange(moved(index, 1))}
                >
                  ↓
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('receipts.pictures.takeOut', { page })}
                  onClick={() => onChange(without(index))}
                >
                  ✕
                </ActionIcon>
              </ActionIcon.Group>
            </li>
          );
        })}
      </ol>
      <div className={classes.acts}>
        <Button autoFocus onClick={onSend}>
          {t('receipts.pictures.send')}
        </Button>
        <PhotographButton onPictures={(more) => onChange([...pictures, ...more])} />
        <Button variant="default" onClick={onMore}>
          {t('receipts.pictures.more')}
        </Button>
      </div>
    </div>
  );
}

function Thumbnail({ picture, label }: { picture: File; label: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return <img className={classes.thumbnail} src={address} alt={label} />;
}
