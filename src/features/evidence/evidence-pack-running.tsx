import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { saveAs } from './download.ts';
import { formatSize } from './size.ts';
import type { Packing, Part } from './use-evidence-pack.ts';

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly packing: Extract<Packing, { state: 'running' }>;
  readonly onSaved: (number: number) => void;
  readonly onNext: () => void;
};

export function EvidencePackRunning({ packing, onSaved, onNext }: Props) {
  const styles = useStyles();
  const pauseSeconds = usePause(packing.progress?.bytesDone);
  const { progress, parts, isWaitingForSave } = packing;
  const part = parts.at(-1);
  if (progress === undefined) return <p className={styles.words}>Getting ready.</p>;
  const { filesDone, files, bytesDone, bytes, title } = progress;
  const words = `${filesDone} of ${files} files, ${formatSize(bytesDone)} of ${formatSize(bytes)}`;
  return (
    <>
      <ThinBar done={bytes === 0 ? filesDone / files : bytesDone / bytes} label="The evidence pack" words={words} />
      <p className={styles.words}>{words}</p>
      {isWaitingForSave && part !== undefined ? (
        <Notice
          kind="info"
          lead={`Part ${part.number} is ready.`}
          actions={
            <>
              {part.isSaved && (
                <Button appearance="primary" onClick={onNext}>
                  Make part {part.number + 1}
                </Button>
              )}
              <SavePart part={part} onSaved={onSaved} />
            </>
          }
        >
          {part.isSaved
            ? `See that it is in your downloads. It is let go of here when part ${part.number + 1} is made.`
            : 'This browser keeps no large files, so the pack comes in parts. Save this one, then make the next.'}
        </Notice>
      ) : (
        <p className={styles.quiet}>Reading and comparing: {title}</p>
      )}
      {pauseSeconds !== undefined && (
        <Notice kind="info" lead="Microsoft 365 asked us to wait.">
          Going on in {pauseSeconds} {pauseSeconds === 1 ? 'second' : 'seconds'}.
        </Notice>
      )}
    </>
  );
}

export function SavePart({ part, onSaved }: { readonly part: Part; readonly onSaved: (number: number) => void }) {
  const { file, name, number, isSaved } = part;
  if (file === undefined) return <span>{name} is in your downloads.</span>;
  return (
    <Button
      appearance={isSaved ? 'secondary' : 'primary'}
      onClick={() => {
        saveAs(file, name);
        onSaved(number);
      }}
    >
      {isSaved ? `Save ${name} again` : `Save ${name}`}
    </Button>
  );
}

/** The seconds that Microsoft 365 asked for, until bytes come again. */
function usePause(bytesDone: number | undefined): number | undefined {
  const { graph } = useWorkspace();
  const [pause, setPause] = useState<{ readonly seconds: number; readonly at: number | undefined }>();
  useEffect(
    () => graph.onPause((seconds) => setPause({ seconds: Math.ceil(seconds), at: bytesDone })),
    [graph, bytesDone],
  );
  return pause !== undefined && pause.at === bytesDone ? pause.seconds : undefined;
}
