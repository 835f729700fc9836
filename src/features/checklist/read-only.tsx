import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  read: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  label: { ...typographyStyles.caption1Strong },
  text: { ...typographyStyles.body1, margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** A field for whoever may not change it. */
export function ReadOnly({ label, text }: { readonly label: string; readonly text: string | undefined }) {
  const styles = useStyles();
  return (
    <div>
      <span className={styles.label}>{label}</span>
      {text ? <p className={styles.text}>{text}</p> : <p className={styles.read}>Nothing is written yet.</p>}
    </div>
  );
}
