import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    maxWidth: '560px',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    marginBottom: tokens.spacingVerticalS,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  key: { ...typographyStyles.body1Strong },
  does: { ...typographyStyles.body1, margin: 0 },
});

const keys: readonly (readonly [string, string])[] = [
  ['Arrows, Page Up, Page Down', 'Move'],
  ['Home, End', 'First and last in the row; with Ctrl, of the grid'],
  ['Click', 'Show the answer; beside the grid, where there is room, the keys stay in the cell'],
  ['R, A, G, N', "Red, amber, green or not applicable, and on to the reason; in a cell or on an answer's title"],
  ['Ctrl+Enter', 'Save the reason'],
  ['Enter, double click', 'Go into the answer, or open and close a group'],
  ['Escape', 'Close; what you typed is kept'],
  ['/ or a digit', "Go to a prompt by its id, with or without the theme's letters"],
  ['Shift+Up, Shift+Down', 'Pick several cells of one partner'],
  ['Ctrl+D', 'Fill down: the same verdict and reason for prompts not rated yet'],
  ['Ctrl+C', 'Copy what the picked cells say'],
  ['Ctrl+Z, Ctrl+Y', 'Undo and redo what you rated here'],
  ['?', 'Show these keys'],
];

/** What the keys do in the grid. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>Keys in the grid</h2>
        <Button size="small" appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <dl className={styles.list}>
        {keys.map(([key, does]) => [
          <dt key={key} className={styles.key}>
            {key}
          </dt>,
          <dd key={does} className={styles.does}>
            {does}
          </dd>,
        ])}
      </dl>
    </>
  );
}
