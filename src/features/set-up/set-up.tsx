import { useState } from 'react';
import type { useSetUp } from '../../session/use-set-up.ts';
import { Offer } from './offer.tsx';
import { SetUpFlow } from './set-up-flow.tsx';
import { Unfinished } from './unfinished.tsx';

type Info = Awaited<ReturnType<ReturnType<typeof useSetUp>['join']>>;

type Props = {
  readonly found: { readonly here?: Info | undefined; readonly others: readonly Info[] };
  /** The channel has its workspace now. */
  readonly onDone: (info: Info) => void;
};

/** A channel without a workspace, or with one that was begun and not finished. */
export function SetUp({ found, onDone }: Props) {
  const [isMaking, setMaking] = useState(false);
  if (found.here !== undefined) return <Unfinished info={found.here} onDone={onDone} />;
  if (isMaking) return <SetUpFlow onDone={onDone} onLeave={() => setMaking(false)} />;
  return <Offer others={found.others} onStart={() => setMaking(true)} onJoined={onDone} />;
}
