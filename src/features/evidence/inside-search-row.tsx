import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import { formatInstant } from '../../domain/calendar/london.ts';
import { opensIn } from '../../domain/evidence/preview-kind.ts';
import { toHref } from '../../session/href.ts';
import { useSession } from '../../session/session.ts';
import type { FoundFile } from '../../session/use-inside-search.ts';
import type { Evidence, Partner } from '../../workspace/schema/lists.ts';
import { PreviewButton } from './preview-button.tsx';
import type { ShownFile } from './shown-file.ts';
import { formatSize } from './size.ts';
import { StateWord } from './state-word.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: '200px', overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  facts: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  acts: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
  },
});

type Props = {
  readonly file: FoundFile;
  /** Missing for a file that nobody has registered. */
  readonly item: Evidence | undefined;
  readonly partners: readonly Partner[];
  readonly shown: ShownFile;
  readonly all: readonly ShownFile[];
  readonly onClose: () => void;
};

export function InsideSearchRow({ file, item, partners, shown, all, onClose }: Props) {
  const styles = useStyles();
  const { open, openOutside } = useSession();
  const partner = partners.find(({ uid }) => uid === item?.partner)?.title;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title}>
          {item === undefined ? (
            file.name
          ) : (
            <Link
              href={toHref({ screen: 'evidence', item: item.uid })}
              onClick={(event) => {
                event.preventDefault();
                onClose();
                open({ screen: 'evidence', item: item.uid });
              }}
            >
              {item.title}
            </Link>
          )}
        </p>
        <p className={styles.facts}>
          {[partner, item === undefined ? undefined : file.name, formatSize(file.size), formatInstant(file.changed.at)]
            .filter((fact) => fact !== undefined)
            .join(', ')}
        </p>
      </div>
      <StateWord state={item?.state ?? 'unregistered'} />
      <div className={styles.acts}>
        <PreviewButton file={shown} files={all} appearance="subtle" />
        <Button
          size="small"
          appearance="subtle"
          icon={<Open16Regular />}
          aria-label={`Open ${file.name} in ${opensIn(file.name)}`}
          onClick={() => openOutside(file.webUrl)}
        >
          Open
        </Button>
      </div>
    </li>
  );
}
