import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { readUpgrade } from '../../domain/checklist/pack-upgrade.ts';
import {
  compareScope,
  compareWithPack,
  goOnWithUpgrade,
  type UpgradeOutcome,
  undoUpgrade,
  upgradeTheme,
} from '../../services/pack-upgrade.ts';
import { newerVersions, versionsOf } from '../../services/theme-packs.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { ignoreSecondPress } from '../../ui/ignore-second-press.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { packs, partners, type Theme } from '../../workspace/schema/lists.ts';
import { ThemeDifference } from './theme-difference.tsx';
import { useThemeStyles } from './theme-styles.ts';
import { WorkBar } from './work-bar.tsx';

/** A newer version of the theme's pack: what it changes, one press to apply it and one to undo it. */
export function ThemeUpgrade({ theme }: { readonly theme: Theme }) {
  const styles = useThemeStyles();
  const record = readUpgrade(theme.lastUpgrade);
  const { newer, all } = useVersions(theme);
  const work = useUpgradeWork(theme);
  const [isShown, setShown] = useState(false);
  const [version, setVersion] = useState<string | undefined>();
  const isCut = record !== undefined && record.state !== 'applied';
  const wanted = newer.find((pack) => pack.version === version) ?? newer[0];

  if (work.progress) {
    const { done, of } = work.progress;
    return (
      <WorkBar done={of === 0 ? 0 : done / of} label={`${theme.title}: prompts written`} words={`${done} of ${of}`} />
    );
  }
  return (
    <>
      {work.sentence !== undefined && <Notice kind="warning">{work.sentence}</Notice>}
      {isCut && (
        <Notice
          kind="warning"
          lead={record.state === 'applying' ? 'This upgrade is not finished.' : 'Undoing is not finished.'}
          actions={
            <>
              <Button appearance="primary" onClick={() => void work.goOn()}>
                Go on
              </Button>
              {record.state === 'applying' && <Button onClick={() => void work.undo()}>Undo the upgrade</Button>}
            </>
          }
        >
          From version {record.from} to {record.to}. Nothing is lost: going on does what is left.
        </Notice>
      )}
      {!isCut && wanted && (
        <Notice
          kind="info"
          lead={`Version ${wanted.version} of this pack is here.`}
          actions={
            <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? 'Hide what changes' : 'Show what changes'}
            </Button>
          }
        >
          This theme has version {theme.packVersion}. Answers stay with their prompts.
        </Notice>
      )}
      {!isCut && wanted && isShown && (
        <div className={styles.form}>
          {newer.length > 1 && (
            <Field label="To which version">
              <Select value={wanted.version} onChange={(_, { value }) => setVersion(value)}>
                {newer.map((pack) => (
                  <option key={pack.version}>{pack.version}</option>
                ))}
              </Select>
            </Field>
          )}
          <UpgradeQuestion
            theme={theme}
            held={all.find((pack) => pack.version === theme.packVersion)}
            pack={wanted}
            onUpgrade={() => {
              ignoreSecondPress();
              void work.upgrade(wanted);
            }}
          />
        </div>
      )}
      {record?.state === 'applied' && (
        <div className={styles.line}>
          <p className={styles.small} style={{ marginRight: 'auto' }}>
            Upgraded from version {record.from} to {record.to} on {formatDay(record.on)}.
          </p>
          <Button onClick={() => void work.undo()}>Undo the upgrade</Button>
        </div>
      )}
    </>
  );
}

type QuestionProps = {
  readonly theme: Theme;
  readonly held: ThemePack | undefined;
  readonly pack: ThemePack;
  readonly onUpgrade: () => void;
};

function UpgradeQuestion({ theme, held, pack, onUpgrade }: QuestionProps) {
  const styles = useThemeStyles();
  const workspace = useWorkspace();
  const rows = useRows(partners);
  const { takenIn, leftOut } = compareScope(theme, { from: held, to: pack });
  const titlesOf = (uids: readonly string[]) =>
    rows.state === 'ready'
      ? rows.rows.flatMap(({ uid, title, removedOn }) => (uids.includes(uid) && !removedOn ? [title] : [])).join(', ')
      : '';
  const [taken, left] = [titlesOf(takenIn), titlesOf(leftOut)];
  return (
    <>
      <ThemeDifference difference={compareWithPack(workspace, theme, pack)} />
      {taken !== '' && <p className={styles.text}>Now in scope: {taken}.</p>}
      {left !== '' && (
        <p className={styles.text}>No longer in scope: {left}. Whoever has answers keeps them, and a column.</p>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onUpgrade}>
          Upgrade to version {pack.version}
        </Button>
      </div>
    </>
  );
}

const none: readonly ThemePack[] = [];

/** Read again when somebody brings in or writes a version. */
function useVersions(theme: Theme): { readonly newer: readonly ThemePack[]; readonly all: readonly ThemePack[] } {
  const workspace = useWorkspace();
  const rows = useRows(packs);
  const [versions, setVersions] = useState({ newer: none, all: none });
  const { pack, packVersion } = theme;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what is read
  useEffect(() => {
    let isCurrent = true;
    const facts = { pack, packVersion };
    Promise.all([newerVersions(workspace, facts), versionsOf(workspace, pack)]).then(
      ([newer, all]) => isCurrent && setVersions({ newer, all }),
      // A pack that cannot be fetched is offered the next time; the theme works without it.
      () => isCurrent && setVersions({ newer: none, all: none }),
    );
    return () => {
      isCurrent = false;
    };
  }, [workspace, rows, pack, packVersion]);
  return versions;
}

/** One upgrade or undoing at a time, how far it is, and what did not go. */
function useUpgradeWork(theme: Theme) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { today } = useSession();
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | undefined>();
  const [sentence, setSentence] = useState<string | undefined>();

  async function run(done: string, work: (onProgress: (done: number, of: number) => void) => Promise<UpgradeOutcome>) {
    if (progress) return;
    setSentence(undefined);
    setProgress({ done: 0, of: 0 });
    try {
      const outcome = await work((count, of) => setProgress({ done: count, of }));
      if (outcome.outcome === 'complete') announce(done);
      else setSentence(toWords(outcome));
    } catch (error) {
      setSentence(`Not finished. ${toSentence(error)}`);
    } finally {
      setProgress(undefined);
    }
  }

  return {
    progress,
    sentence,
    upgrade: (pack: ThemePack) =>
      run(`${theme.title} has version ${pack.version} now.`, (onProgress) =>
        upgradeTheme(workspace, { theme, pack, on: today(), onProgress }),
      ),
    goOn: () =>
      run('What was left is done.', (onProgress) => goOnWithUpgrade(workspace, { theme, on: today(), onProgress })),
    undo: () =>
      run(`The upgrade of ${theme.title} is undone.`, (onProgress) =>
        undoUpgrade(workspace, { theme, on: today(), onProgress }),
      ),
  };
}

function toWords(outcome: Exclude<UpgradeOutcome, { outcome: 'complete' }>): string {
  if (outcome.outcome === 'refused') return outcome.sentence;
  return `${outcome.done} of ${outcome.of} prompts are written. ${outcome.sentences.join(' ')}`;
}
