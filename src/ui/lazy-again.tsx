import { type ComponentType, lazy } from 'react';

/**
 * A component in a file of its own, for what stands inside `Suspense`. React remembers a failure for good; this one
 * forgets it, so that whoever tries again fetches again.
 */
export function lazyAgain<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const begin = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        Part = begin();
        throw error;
      }
    });
  let Part = begin();
  return function Again(props: P) {
    return <Part {...props} />;
  };
}
