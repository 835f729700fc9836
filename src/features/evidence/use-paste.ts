import { useEffect, useRef } from 'react';

/** Calls with the files that are pasted anywhere on the screen, save where somebody types. */
export function usePaste(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      if (files.length === 0 || isTyping) return;
      event.preventDefault();
      latest.current(files);
    }
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
