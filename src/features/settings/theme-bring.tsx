import { Button } from '@fluentui/react-components';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Theme } from '../../workspace/schema/lists.ts';
import { useThemeStyles } from './theme-styles.ts';
import { useAddTheme } from './use-add-theme.ts';
import { WorkBar } from './work-bar.tsx';

type Props = {
  readonly theme: Theme;
  readonly last: Theme;
  /** A theme is being made here, with what is brought into it: then nothing is offered. */
  readonly isMaking: boolean;
};

/** Brings the cycle before into a theme that has it not yet, or not all of it: a tab was closed, or something did not go. */
export function ThemeBring({ theme, last, isMaking }: Props) {
  const styles = useThemeStyles();
  const bringing = useAddTheme();
  const name = `${last.title} ${last.year}`;
  const announce = useAnnounce();
  async function goOn(): Promise<void> {
    const made = await bringing.run({ theme, last });
    if (made) announce(made.sentence);
  }
  if (bringing.progress) {
    return (
      <div>
        <WorkBar done={bringing.progress.done} label="Bringing forward" words={bringing.progress.words} />
        <p className={styles.small}>{bringing.progress.words}</p>
      </div>
    );
  }
  if (isMaking) return undefined;
  return (
    <>
      {bringing.sentence !== undefined && <Notice kind="warning">{bringing.sentence}</Notice>}
      {theme.bringing !== undefined ? (
        <Notice
          kind="warning"
          lead="Bringing forward is not finished, or somebody is at it now."
          actions={
            <Button appearance="primary" onClick={() => void goOn()}>
              Go on
            </Button>
          }
        >
          From {name}. Nothing is lost: going on does what is left.
        </Notice>
      ) : (
        <div className={styles.actions}>
          <Button onClick={() => void goOn()}>Bring forward from {name}</Button>
        </div>
      )}
    </>
  );
}
