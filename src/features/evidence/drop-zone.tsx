import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { Chosen } from '../../services/file-queue/file-queue.ts';
import { type LeftBehind, readDropped } from '../../services/file-queue/read-dropped.ts';

const useStyles = makeStyles({
  zone: { position: 'relative' },
  veil: {
    ...typographyStyles.subtitle2,
    position: 'absolute',
    inset: tokens.spacingHorizontalS,
    zIndex: 5,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    padding: tokens.spacingHorizontalL,
    pointerEvents: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    opacity: 0.95,
  },
});

type Props = {
  /** What a drop would do. */
  readonly words: string;
  readonly onFiles: (chosen: readonly Chosen[], left: LeftBehind) => void;
  readonly className: string;
  readonly children: ReactNode;
};

/** Takes files that are dropped on it; a button does the same for people without a mouse. */
export function DropZone({ words, onFiles, className, children }: Props) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  // Entering a child leaves its parent: only the balance says whether the pointer is still inside.
  const depth = useRef(0);

  function isFiles(event: DragEvent) {
    return event.dataTransfer.types.includes('Files');
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={mergeClasses(className, styles.zone)}
      onDragEnter={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => isFiles(event) && event.preventDefault()}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDrop={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void readDropped(event.dataTransfer).then(({ chosen, ...left }) => onFiles(chosen, left));
      }}
    >
      {children}
      {isOver && (
        <div className={styles.veil} aria-hidden="true">
          {words}
        </div>
      )}
    </div>
  );
}
