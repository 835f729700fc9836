import { Button } from '@fluentui/react-components';
import { type ComponentType, type ReactNode, useEffect, useReducer, useState } from 'react';
import { Notice } from './notice.tsx';

/** What has been fetched. It is drawn with the press that asks for it, so that the next key finds it there. */
const fetched = new WeakMap<object, unknown>();

/** Fetches a part, for now or for later. */
export async function fetchPart<P extends object>(load: () => Promise<ComponentType<P>>): Promise<void> {
  fetched.set(load, await load());
}

type Props<P extends object> = {
  /** The same function each time: a new one fetches again. */
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: NoInfer<P>;
  /** What says that it could not be fetched, for a part that is a panel or a dialog; else it is said in its place. */
  readonly frame?: ComponentType<{ title: string; onClose: () => void; children: ReactNode }>;
  readonly onClose: () => void;
};

/** A part of a screen that is fetched when it is first needed; if it cannot be, the screen says so and goes on. */
export function LazyPart<P extends object>({ load, props, frame: Frame, onClose }: Props<P>) {
  const [turn, tryAgain] = useReducer((before: number) => before + 1, 0);
  const [isFailed, setFailed] = useState(false);
  const [, drawAgain] = useReducer((before: number) => before + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another try
  useEffect(() => {
    if (fetched.has(load)) return undefined;
    let isCurrent = true;
    setFailed(false);
    fetchPart(load).then(
      () => isCurrent && drawAgain(),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, turn]);
  const Part = fetched.get(load) as ComponentType<P> | undefined;
  if (Part !== undefined) return <Part {...props} />;
  if (!isFailed) return undefined;
  const notice = (
    <Notice
      kind="danger"
      lead="It could not be fetched."
      actions={
        <>
          <Button size="small" onClick={tryAgain}>
            Try again
          </Button>
          {/* Browsers from before autumn 2026 remember what they could not fetch, as the standard then had it. */}
          <Button size="small" appearance="subtle" onClick={() => location.reload()}>
            Load the page again
          </Button>
          {Frame === undefined && (
            <Button size="small" appearance="subtle" onClick={onClose}>
              Close
            </Button>
          )}
        </>
      }
    >
      Check your connection. The rest of the screen works, and what you typed is kept.
    </Notice>
  );
  if (Frame === undefined) return notice;
  return (
    <Frame title="This part could not be opened" onClose={onClose}>
      {notice}
    </Frame>
  );
}
