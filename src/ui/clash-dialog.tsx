import { Button, Link, mergeClasses } from '@fluentui/react-components';
import { BranchCompare24Regular } from '@fluentui/react-icons/svg/branch-compare';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ClashField, type ClashRow, type Whose } from './clash-field.tsx';
import { useClashStyles } from './clash-styles.ts';
import { useWidth } from './use-width.ts';

type Side = { readonly name: string; readonly when: string };

type Props = {
  readonly title: string;
  /** Who changed what at the same time. */
  readonly sentence: string;
  readonly me: Side;
  readonly them: Side;
  /** Only the fields that differ. */
  readonly fields: readonly ClashRow[];
  /** The names of the others, for one line. */
  readonly same: readonly string[];
  /** What becomes of the values that are not picked. */
  readonly note: string;
  /** With the keys of the fields in which my value is kept. */
  readonly onSettle: (keepMine: ReadonlySet<string>) => void;
  readonly onLater: () => void;
};

/** Two people changed the same fields: both values, of equal weight, and the person chooses field by field. */
export function ClashDialog({ title, sentence, me, them, fields, same, note, onSettle, onLater }: Props) {
  const styles = useClashStyles();
  const isPhone = useWidth() === 'narrow';
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const [kept, setKept] = useState<ReadonlyMap<string, Whose>>(new Map());
  const isComplete = fields.every((field) => kept.has(field.key));

  useEffect(() => {
    const opener = document.activeElement;
    ref.current?.showModal();
    heading.current?.focus({ preventScroll: true });
    return () => {
      queueMicrotask(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    };
  }, []);

  const takeAll = (whose: Whose) => setKept(new Map(fields.map((field) => [field.key, whose])));
  const sides: readonly {
    readonly whose: Whose;
    readonly word: string;
    readonly detail: string;
    readonly of: string;
  }[] = [
    { whose: 'mine', word: 'Mine', detail: me.when, of: me.name },
    { whose: 'theirs', word: 'Theirs', detail: `${them.name}, ${them.when}`, of: them.name },
  ];

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={mergeClasses(styles.dialog, isPhone && styles.full)}
      onCancel={(event) => {
        event.preventDefault();
        onLater();
      }}
    >
      <div className={mergeClasses(styles.head, isPhone && styles.phoneHead)}>
        {!isPhone && (
          <span className={styles.icon} aria-hidden="true">
            <BranchCompare24Regular />
          </span>
        )}
        <h2
          id={titleId}
          ref={heading}
          tabIndex={-1}
          className={mergeClasses(styles.title, isPhone && styles.phoneTitle)}
        >
          {title}
        </h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close and decide later"
          className={mergeClasses(styles.close, isPhone && styles.phoneClose)}
          onClick={onLater}
        />
      </div>
      <div className={mergeClasses(styles.body, isPhone && styles.phoneBody)}>
        <p className={styles.words}>{sentence}</p>
        <div className={mergeClasses(styles.sides, isPhone && styles.phoneSides)}>
          {sides.map(({ whose, word, detail, of }) => (
            <div key={whose} className={styles.side}>
              {!isPhone && <Initials name={of} />}
              <span className={styles.whose}>
                <strong>{word}</strong> {detail}
              </span>
              <Link as="button" className={styles.all} onClick={() => takeAll(whose)}>
                Take all<span className={styles.unseen}> of {word.toLowerCase()}</span>
              </Link>
            </div>
          ))}
        </div>
        {fields.map((field) => (
          <ClashField
            key={field.key}
            field={field}
            kept={kept.get(field.key)}
            mineWords={`Mine, ${me.when}`}
            theirsWords={`Theirs, ${them.name}, ${them.when}`}
            isPhone={isPhone}
            onKeep={(whose) => setKept(new Map([...kept, [field.key, whose]]))}
          />
        ))}
        {same.length > 0 && (
          <p className={styles.same}>
            <Checkmark16Regular aria-hidden="true" /> The same in both: {same.join(', ')}.
          </p>
        )}
        {isPhone && <p className={styles.note}>{note}</p>}
      </div>
      <div className={mergeClasses(styles.foot, isPhone && styles.phoneFoot)}>
        {!isPhone && <p className={mergeClasses(styles.note, styles.grow)}>{note}</p>}
        <Button className={mergeClasses(isPhone && styles.wideButton)} onClick={onLater}>
          Decide later
        </Button>
        <Button
          appearance="primary"
          className={mergeClasses(isPhone && styles.wideButton)}
          disabledFocusable={!isComplete}
          onClick={() => onSettle(new Set(fields.map(({ key }) => key).filter((key) => kept.get(key) === 'mine')))}
        >
          Save my choices
        </Button>
      </div>
    </dialog>
  );
}

function Initials({ name }: { readonly name: string }): ReactNode {
  const styles = useClashStyles();
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
  return (
    <span className={styles.initials} aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  );
}
