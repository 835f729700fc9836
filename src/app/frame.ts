import { createContext, useContext, useEffect } from 'react';
import type { TitleTheme } from '../ui/title-theme.ts';
import type { SaveState } from '../workspace/store/snapshot.ts';

/** What the frame round the screens shows of the workspace; the frame is drawn long before there is one. */
export type FrameFacts = {
  readonly partnership?: string | undefined;
  /** The themes to choose from, and the one that the screens are about. */
  readonly theme?: TitleTheme | undefined;
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
export function useFrameFacts({ partnership, theme, phoneTitle, writes, storage }: FrameFacts): void {
  const { setFacts } = useFrame();
  useEffect(() => {
    setFacts({ partnership, theme, phoneTitle, writes, storage });
    return () => setFacts(emptyFrame);
  }, [setFacts, partnership, theme, phoneTitle, writes, storage]);
}
