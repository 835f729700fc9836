import { createContext, useContext, useEffect } from 'react';
import type { SaveState } from '../workspace/store/snapshot.ts';

/** What the frame round the screens shows of the workspace; the frame is drawn long before there is one. */
export type FrameFacts = {
  readonly partnership?: string | undefined;
  readonly themeName?: string | undefined;
  readonly phoneTitle?: string | undefined;
  /** Missing until the workspace has been found and what this browser keeps of it has been read. */
  readonly writes?: SaveState | undefined;
  /** Whether this browser keeps what is not saved yet; missing while there is no workspace. */
  readonly storage?: 'opening' | 'kept' | 'blocked' | undefined;
};

export const emptyFrame: FrameFacts = {};

export type Frame = {
  readonly setFacts: (facts: FrameFacts) => void;
  /** The person pressed the save line: the list of changes is open. */
  readonly isListOpen: boolean;
  readonly closeList: () => void;
};

export const FrameContext = createContext<Frame>({
  setFacts: () => undefined,
  isListOpen: false,
  closeList: () => undefined,
});

export function useFrame(): Frame {
  return useContext(FrameContext);
}

/** Tells the frame what to show, for as long as the caller is on the screen. */
export function useFrameFacts({ partnership, themeName, phoneTitle, writes, storage }: FrameFacts): void {
  const { setFacts } = useFrame();
  useEffect(() => {
    setFacts({ partnership, themeName, phoneTitle, writes, storage });
    return () => setFacts(emptyFrame);
  }, [setFacts, partnership, themeName, phoneTitle, writes, storage]);
}
