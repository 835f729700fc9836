import { Button } from '@fluentui/react-components';
import { type ComponentType, useEffect, useReducer, useState } from 'react';
import { Notice } from './notice.tsx';

type Props<P extends object> = {
  /** The same function each time: a new one fetches again. */
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  readonly onClose: () => void;
};

/** A part of a screen that is fetched when it is first needed; if it cannot be, the screen says so and goes on. */
export function LazyPart<P extends object>({ load, props, onClose }: Props<P>) {
  const [turn, tryAgain] = useReducer((before: number) => before + 1, 0);
  const [part, setPart] = useState<{ readonly is: ComponentType<P> } | 'failed' | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another try
  useEffect(() => {
    let isCurrent = true;
    setPart(undefined);
    load().then(
      (is) => isCurrent && setPart({ is }),
      () => isCurrent && setPart('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, turn]);
  if (part === undefined) return undefined;
  if (part === 'failed') {
    return (
      <Notice
        kind="danger"
        lead="This part of the screen could not be loaded."
        actions={
          <>
            <Button size="small" onClick={tryAgain}>
              Try again
            </Button>
            <Button size="small" appearance="subtle" onClick={onClose}>
              Close
            </Button>
          </>
        }
      >
        The rest of the screen works, and what you typed is still here.
      </Notice>
    );
  }
  const Part = part.is;
  return <Part {...props} />;
}
