import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useEffect, useMemo, useRef, useState } from 'react';
import { yearOf } from '../../domain/calendar/day.ts';
import { lastCycle, shownTheme } from '../../domain/themes.ts';
import { packLines } from '../../services/own-packs.ts';
import { closeTheme, reopenTheme } from '../../services/themes.ts';
import { useSession } from '../../session/session.ts';
import { useThemeChoice } from '../../session/theme-choice.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { type Prompt, prompts, type Theme } from '../../workspace/schema/lists.ts';
import { ThemeAdd } from './theme-add.tsx';
import { ThemeRow } from './theme-row.tsx';
import { useThemeStyles } from './theme-styles.ts';
import { useAddTheme } from './use-add-theme.ts';
import { useSaving } from './use-saving.ts';

const none: readonly Prompt[] = [];

type Props = { readonly partnership: Partnership; readonly mayChange: boolean };

/** The themes of the partnership, the newest first: add one, begin a new cycle, upgrade, put away. */
export function ThemesCard({ partnership, mayChange }: Props) {
  const styles = useThemeStyles();
  const workspace = useWorkspace();
  const { today } = useSession();
  const { choose } = useThemeChoice();
  const announce = useAnnounce();
  const saving = useSaving();
  // Kept here: it goes on when the form is closed.
  const making = useAddTheme();
  const rows = useRows(prompts);
  const [adding, setAdding] = useState<{ readonly cycleOf: Theme | undefined } | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const add = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | undefined>(undefined);
  const themes = partnership.themes.toSorted(
    (one, other) =>
      Number(one.closedOn !== undefined) - Number(other.closedOn !== undefined) ||
      other.year - one.year ||
      one.title.localeCompare(other.title, 'en-GB'),
  );
  const promptsOf = useMemo(() => Map.groupBy(rows.state === 'ready' ? rows.rows : [], (row) => row.theme), [rows]);
  const nameOf = (uid: string | undefined) => {
    const theme = themes.find((one) => one.uid === uid);
    return theme && `${theme.title} ${theme.year}`;
  };

  function begin(cycleOf: Theme | undefined) {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    setSaid(undefined);
    making.forget();
    setAdding({ cycleOf });
  }

  // The button that was pressed may have gone while the form was open; then the other one takes the focus.
  useEffect(() => {
    if (adding !== undefined || opener.current === undefined) return;
    (opener.current.isConnected ? opener.current : add.current?.querySelector('button'))?.focus();
    opener.current = undefined;
  }, [adding]);

  /** The screens go on with another one. */
  async function putAway(theme: Theme) {
    const isDone = await saving.run(
      `${theme.title} ${theme.year} is put away. Nothing of it is removed.`,
      async () => ({
        saved: await closeTheme(workspace, theme, today()),
      }),
    );
    const others = themes.filter((other) => other.uid !== theme.uid);
    const next = shownTheme(others, undefined, yearOf(today()));
    if (isDone && next && theme.uid === partnership.theme?.uid) choose(next.uid);
  }

  return (
    <Card title="Themes" detail={themes.length}>
      {saving.sentence !== undefined && <Notice kind="warning">{saving.sentence}</Notice>}
      <ul className={styles.list}>
        {themes.map((theme) => (
          <ThemeRow
            key={theme.uid}
            theme={theme}
            partnership={partnership}
            prompts={promptsOf.get(theme.uid) ?? none}
            broughtFrom={nameOf(theme.broughtFrom)}
            last={themes.find(({ uid }) => uid === theme.bringing) ?? lastCycle(themes, theme)}
            isShown={theme.uid === partnership.theme?.uid}
            isBusy={saving.isBusy}
            isMaking={making.progress !== undefined}
            mayChange={mayChange}
            onShow={() => {
              choose(theme.uid);
              announce(`${theme.title} ${theme.year} is on the screens now.`);
            }}
            onNewCycle={() => begin(theme)}
            onPutAway={() => void putAway(theme)}
            onReopen={() =>
              void saving.run(`${theme.title} ${theme.year} is open again.`, async () => ({
                saved: await reopenTheme(workspace, theme),
              }))
            }
          />
        ))}
      </ul>
      {!mayChange && <p className={styles.small}>The coordinator adds themes, upgrades them and puts them away.</p>}
      {said !== undefined && <Notice kind="done">{said}</Notice>}
      {mayChange && adding === undefined && (
        <div ref={add} className={styles.actions} style={{ marginTop: said === undefined ? 0 : '12px' }}>
          <Button icon={<Add20Regular />} onClick={() => begin(undefined)}>
            Add a theme
          </Button>
        </div>
      )}
      {adding !== undefined && (
        <ThemeAdd
          key={adding.cycleOf?.uid ?? 'any'}
          lines={packLines(workspace)}
          themes={themes}
          cycleOf={adding.cycleOf}
          year={yearOf(today())}
          adding={making}
          onDone={({ theme, sentence }) => {
            choose(theme.uid);
            setSaid(sentence);
            setAdding(undefined);
          }}
          onCancel={() => setAdding(undefined)}
        />
      )}
    </Card>
  );
}
