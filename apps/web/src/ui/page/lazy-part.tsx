import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { MissingPart, lazyImport } from '../../parts/lazy-import';
import { PartMissing } from './PartMissing';

/**
 * A component that is loaded when it is first shown. Without it the page around it stays as it is.
 * @param meanwhile what stands in its place until it has come
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await lazyImport(load)() })) as unknown as ComponentType<Props>;
  return function LazyPart(props: Props) {
    return (
      <PartBoundary>
        <Suspense fallback={meanwhile}>
          <Loaded {...props} />
        </Suspense>
      </PartBoundary>
    );
  };
}

class PartBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error instanceof MissingPart) return <PartMissing missing={error} />;
    if (error !== null) throw error;
    return this.props.children;
  }
}
