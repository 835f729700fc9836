import { useEffect, useRef } from 'react';
import { ThinBar } from '../../ui/thin-bar.tsx';

type Props = { readonly done: number; readonly label: string; readonly words: string };

/**
 * Work on a theme that is under way, in the place of the button that began it. It has the focus that the button had, and
 * leaves it to the theme's first button when it ends.
 */
export function WorkBar({ done, label, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = place.current?.closest('li');
    if (document.activeElement === document.body) place.current?.focus();
    return () => {
      if (document.activeElement === document.body) row?.querySelector('button')?.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div ref={place} role="group" aria-label={label} tabIndex={-1}>
      <ThinBar done={done} label={label} words={words} />
    </div>
  );
}
