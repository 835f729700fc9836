import { type RefObject, useEffect, useRef } from 'react';
import { answerCall, type FrameActs } from './answer-call.ts';
import type { ThemeName } from './flat-context.ts';
import { type FrameChannel, openFrameChannel } from './frame-channel.ts';

type UseFrame = {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly channel: RefObject<FrameChannel | null>;
};

/** Listens to one frame for as long as it is shown, and passes theme changes on to it. */
export function useFrame(origin: string, theme: ThemeName, acts: FrameActs, isSilent: boolean): UseFrame {
  const frame = useRef<HTMLIFrameElement>(null);
  const channel = useRef<FrameChannel>(null);
  const latest = useRef(acts);
  latest.current = acts;

  useEffect(() => {
    if (isSilent) return;
    const opened = openFrameChannel({
      getWindow: () => frame.current?.contentWindow,
      origin,
      onCall: (call) => answerCall(call, latest.current, opened),
    });
    channel.current = opened;
    return () => opened.close();
  }, [origin, isSilent]);

  // The frame learns its first theme from its context; a window that is still empty would not hear of it anyway.
  const told = useRef(theme);
  useEffect(() => {
    if (told.current === theme) return;
    told.current = theme;
    channel.current?.send('themeChange', [theme]);
  }, [theme]);

  return { frame, channel };
}
