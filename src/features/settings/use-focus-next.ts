import { type RefObject, useEffect, useRef, useState } from 'react';

/** After the next drawing the focus goes to the first of the selectors that finds something. */
export function useFocusNext(root: RefObject<HTMLElement | null>): (...selectors: string[]) => void {
  const wanted = useRef<string[]>([]);
  const [, draw] = useState<unknown>();
  useEffect(() => {
    const found = wanted.current.splice(0).map((selector) => root.current?.querySelector<HTMLElement>(selector));
    found.find((element) => element)?.focus();
  });
  return (...selectors) => {
    wanted.current = selectors;
    draw(selectors);
  };
}
