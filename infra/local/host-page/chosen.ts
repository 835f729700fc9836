import { useState } from 'react';

/** A choice that this browser window keeps over reloads; two windows may choose differently. */
export function useChosen(key: string, fallback: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => sessionStorage.getItem(key) ?? fallback);
  return [
    value,
    (next) => {
      sessionStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
