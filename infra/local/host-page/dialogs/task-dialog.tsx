import { Button, Dialog, DialogSurface, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { TaskInfo } from '../frame/answer-call.ts';
import { AppFrame } from '../frame/app-frame.tsx';

const useStyles = makeStyles({
  surface: { display: 'flex', flexDirection: 'column', maxWidth: 'calc(100vw - 16px)', padding: 0, overflow: 'hidden' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  frame: { maxHeight: 'calc(100vh - 96px)' },
});

type TaskDialogProps = {
  readonly task: TaskInfo;
  /** No value: the person closed the dialog. */
  readonly onEnd: (outcome: { result: unknown } | undefined) => void;
};

/** A page of the app over the tab, as `dialog.url.open` asks for. */
export function TaskDialog({ task, onEnd }: TaskDialogProps) {
  const styles = useStyles();
  const [size, setSize] = useState({ width: task.width ?? 600, height: task.height ?? 400 });
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onEnd(undefined)}>
      <DialogSurface className={styles.surface} style={{ width: `${size.width}px` }} aria-label={task.title}>
        <div className={styles.head}>
          <Subtitle2 as="h2" style={{ margin: 0 }}>
            {task.title}
          </Subtitle2>
          <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label="Close" onClick={() => onEnd(undefined)} />
        </div>
        <div className={styles.frame} style={{ height: `${size.height}px` }}>
          <AppFrame
            title={task.title || 'JTAI Ready'}
            url={task.url}
            kind="task"
            entityId=""
            acts={{
              completeTask: (result) => onEnd({ result }),
              resizeTask: ({ width, height }) =>
                setSize((now) => ({ width: width ?? now.width, height: height ?? now.height })),
            }}
          />
        </div>
      </DialogSurface>
    </Dialog>
  );
}
