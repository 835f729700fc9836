import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PackNews as News } from './use-pack-files.ts';

const useStyles = makeStyles({
  notices: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  scroll: { overflowX: 'auto', maxHeight: '320px', overflowY: 'auto' },
  table: { ...typographyStyles.body1, borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
});

/** More than these are one and the same mistake. */
const SHOWN = 50;

type Props = { readonly news: News; readonly onPutBack: (pack: ThemePack) => void };

/** What became of a file: brought in, taken out, or what is wrong with it and where. */
export function PackNews({ news, onPutBack }: Props) {
  const styles = useStyles();
  if (news.kind === 'done') {
    const { takenAway } = news;
    const putBack = takenAway && (
      <Button data-put-back onClick={() => onPutBack(takenAway)}>
        Put it back
      </Button>
    );
    return (
      <div className={styles.notices}>
        <Notice kind="done" actions={putBack}>
          {news.sentence}
        </Notice>
        {news.leftOut !== undefined && (
          <Notice kind="warning" lead="Some of the file was left out: a pack has no place for it.">
            {leftOutWords(news.leftOut)}
          </Notice>
        )}
      </div>
    );
  }
  if (news.kind === 'failed') return <Notice kind="danger">{news.sentence}</Notice>;
  const { file, faults } = news;
  const count = faults.length === 1 ? '1 thing is' : `${faults.length} things are`;
  return (
    <>
      <Notice kind="danger" lead={`${count} wrong with ${file}.`}>
        Nothing was changed. Put it right in the file and bring it in again.
      </Notice>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.scroll} aria-label="What is wrong" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.cell}>
                Where
              </th>
              <th scope="col" className={styles.cell}>
                What is wrong
              </th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map(({ where, words }) => (
              <tr key={`${where} ${words}`}>
                <td className={styles.cell}>{where}</td>
                <td className={styles.cell}>{words}</td>
              </tr>
            ))}
            {faults.length > SHOWN && (
              <tr>
                <td className={styles.cell} colSpan={2}>
                  And {faults.length - SHOWN} more.
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </>
  );
}

function leftOutWords(places: readonly string[]): string {
  const more = places.length - SHOWN;
  return `${places.slice(0, SHOWN).join('. ')}.${more > 0 ? ` And ${more} more.` : ''}`;
}
