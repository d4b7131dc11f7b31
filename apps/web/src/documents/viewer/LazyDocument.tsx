import { Skeleton } from '@mantine/core';
import { lazyPart } from '../../ui/page/lazy-part';

/** The viewer of a stored document, for what shows one only to some of its readers. */
export const LazyDocument = lazyPart(
  () => import('./DocumentViewer').then((viewer) => viewer.DocumentViewer),
  <Skeleton height="100%" />,
);
