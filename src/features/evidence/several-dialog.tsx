import { Button, Checkbox, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { type ManyAct, splitByAct } from '../../domain/evidence/several.ts';
import { isOutOfSight } from '../../domain/evidence/standing.ts';
import { giveOwner, moveSeveral, registerSeveral, type SeenItem } from '../../services/several-items.ts';
import type { Written } from '../../services/write-all.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { actWords, countWords, questionsOfSeveral } from './several-words.ts';

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, margin: 0 },
  label: { ...typographyStyles.body1Strong, margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  line: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  reason: { marginTop: tokens.spacingVerticalS },
  boxes: { display: 'flex', flexDirection: 'column' },
});

/** More is not read, only scrolled past. */
const MOST_SHOWN = 100;

type Props = {
  readonly act: ManyAct;
  readonly rows: readonly EvidenceRow[];
  readonly partnership: Partnership;
  /** With the keys of the rows that can be tried again; without where nothing was done. */
  readonly onClose: (failed?: ReadonlySet<string>) => void;
};

/** Asks before it is done with several at once: with which, with which not and why; and says what became of it. */
export function SeveralDialog({ act, rows, partnership, onClose }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { me } = useSession();
  const { memberships } = useRights();
  const library = useFiles();
  // What is done is done with what was shown here, whatever arrives meanwhile.
  const [{ may, refused }] = useState(() =>
    splitByAct(act, toChosen(rows, library.state === 'ready' ? library.items : undefined), { id: me.id, memberships }),
  );
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [owner, setOwner] = useState('');
  const [done, setDone] = useState<number | undefined>();
  const [written, setWritten] = useState<Written | undefined>();
  const words = actWords[act];
  const people = new Map(partnership.people.flatMap(({ person }) => (person ? [[person.id, person] as const] : [])));
  const isReady =
    may.length > 0 && (act !== 'approve' || ticked.length === questionsOfSeveral.length) && (act !== 'owner' || owner);

  async function go(): Promise<void> {
    setDone(0);
    const outcome = await run();
    setDone(undefined);
    setWritten(outcome);
    const left = outcome.of - outcome.done;
    announce(`${outcome.done} ${words.done}${left > 0 ? `, ${left} not` : ''}.`);
  }

  function run(): Promise<Written> {
    if (act === 'register') {
      const files = may.flatMap(({ row }) => row.unregistered ?? []);
      return registerSeveral(workspace, files, setDone);
    }
    const items = may.flatMap(({ seen, file }) => (seen === undefined ? [] : { seen, file }));
    if (act !== 'owner') return moveSeveral(workspace, act, items, setDone);
    const seen = items.map((each) => each.seen);
    return giveOwner(workspace, seen, owner === NOBODY ? undefined : people.get(owner), setDone);
  }

  const isBusy = done !== undefined;
  const close = () => onClose(written && new Set(written.failed.flatMap((place) => may[place]?.row.key ?? [])));
  return (
    <BigDialog
      title={words.title}
      onClose={() => !isBusy && close()}
      foot={
        written !== undefined ? (
          <Button appearance="primary" onClick={close}>
            Close this
          </Button>
        ) : (
          <>
            <Button disabledFocusable={isBusy} onClick={close}>
              Change nothing
            </Button>
            <Button appearance="primary" disabledFocusable={!isReady || isBusy} onClick={go}>
              {isBusy ? `${words.busy} ${done} of ${may.length}` : `${words.verb} ${countWords(may.length)}`}
            </Button>
          </>
        )
      }
    >
      {written !== undefined ? (
        <Outcome written={written} done={words.done} />
      ) : (
        <>
          {may.length > 0 && (
            <>
              <p className={styles.words}>{words.does}</p>
              {act === 'approve' && <Unread count={may.filter(({ seen }) => seen?.file === undefined).length} />}
              {act === 'owner' && (
                <Field label="Owner" required>
                  <Select value={owner} onChange={(_, { value }) => setOwner(value)}>
                    <option value="">Choose somebody</option>
                    {[...people.values()].map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                    <option value={NOBODY}>Nobody</option>
                  </Select>
                </Field>
              )}
              {act === 'approve' && <Questions ticked={ticked} onTick={setTicked} />}
              <Names titles={may.map(({ row }) => row.title)} />
            </>
          )}
          {refused.length > 0 && (
            <section>
              <h3 className={styles.label}>
                {may.length === 0 ? 'None of them' : `Not these ${refused.length}`}, and why
              </h3>
              {[...Map.groupBy(refused, ({ why }) => why)].map(([why, those]) => (
                <div key={why} className={styles.reason}>
                  <p className={styles.words}>{why}</p>
                  <Names titles={those.map(({ row }) => row.row.title)} />
                </div>
              ))}
            </section>
          )}
        </>
      )}
    </BigDialog>
  );
}

const NOBODY = 'nobody';

/** The rows with what the rules ask of them: the state that counts, and whether there is something to look at. */
function toChosen(rows: readonly EvidenceRow[], files: ReadonlyMap<string, NonNullable<SeenItem['file']>> | undefined) {
  return rows.map((row) => {
    const { item: seen, state, news, partner, broughtBy } = row;
    return {
      row,
      seen,
      partner,
      file: files?.get(seen?.file ?? ''),
      item: seen && state !== 'unregistered' ? { ...seen, state, broughtBy } : undefined,
      hasSubject: (seen?.file ?? seen?.address) !== undefined && !isOutOfSight(news),
    };
  });
}

/** An approval says what it rests on: of an address nobody can say which bytes were meant. */
function Unread({ count }: { readonly count: number }) {
  if (count === 0) return undefined;
  return (
    <Notice kind="warning" lead={`${count === 1 ? '1 of them lies' : `${count} of them lie`} outside the library.`}>
      Nothing is read back there: the approval holds the address, but no version and no hash.
    </Notice>
  );
}

type QuestionsProps = { readonly ticked: readonly string[]; readonly onTick: (ticked: readonly string[]) => void };

function Questions({ ticked, onTick }: QuestionsProps) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be laid out
    <div role="group" aria-label="Your check" className={styles.boxes}>
      {questionsOfSeveral.map((question) => (
        <Checkbox
          key={question}
          label={question}
          checked={ticked.includes(question)}
          onChange={(_, { checked }) =>
            onTick(checked === true ? [...ticked, question] : ticked.filter((each) => each !== question))
          }
        />
      ))}
    </div>
  );
}

function Names({ titles }: { readonly titles: readonly string[] }) {
  const styles = useStyles();
  const more = titles.length - MOST_SHOWN;
  return (
    <ul className={styles.list}>
      {titles.slice(0, MOST_SHOWN).map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same, and the list never changes
        <li key={index} className={styles.line}>
          {title}
        </li>
      ))}
      {more > 0 && <li className={styles.line}>and {more} more</li>}
    </ul>
  );
}

function stillChosen(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? 'stays' : 'stay'} chosen, to be tried again.`];
}

function Outcome({ written, done }: { readonly written: Written; readonly done: string }) {
  return (
    <>
      {written.done > 0 && <Notice kind="done">{`${written.done} of ${written.of} ${done}.`}</Notice>}
      {written.sentences.length > 0 && (
        <Notice kind="warning" lead={`${written.of - written.done} not ${done} yet.`}>
          {[...written.sentences, ...stillChosen(written.failed.length)].join(' ')}
        </Notice>
      )}
    </>
  );
}
