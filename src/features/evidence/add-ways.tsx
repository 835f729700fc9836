import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { type ChangeEvent, useCallback, useId, useLayoutEffect, useState } from 'react';
import { partnerFolders } from '../../domain/folders.ts';
import type { Section } from '../../services/evidence-files.ts';
import { readChosen } from '../../services/file-queue/read-dropped.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { keepUnder, usePopoverStyles } from '../../ui/popover-chip.tsx';
import { EvidencePackButton } from './evidence-pack-button.tsx';
import type { Tool } from './tool.ts';
import type { Adding, Naming } from './use-add-files.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, flexShrink: 0 },
  split: { display: 'flex', columnGap: '1px' },
  main: { borderTopRightRadius: 0, borderBottomRightRadius: 0 },
  more: { borderTopLeftRadius: 0, borderBottomLeftRadius: 0 },
  tall: { minHeight: '44px' },
  surface: { width: '320px', ':popover-open': { display: 'flex', flexDirection: 'column', rowGap: '2px' } },
  selects: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  choice: {
    justifyContent: 'flex-start',
    paddingLeft: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  // Phones have no folders to choose.
  folder: { '@media (max-width: 639px)': { display: 'none' } },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});

const others: readonly { readonly kind: 'link' | 'gap' | 'asked'; readonly name: string }[] = [
  { kind: 'link', name: 'Register a file where it is' },
  { kind: 'gap', name: 'Say what is needed' },
  { kind: 'asked', name: 'Documents usually asked for' },
];

type Props = {
  readonly adding: Adding;
  /** One button, with everything behind it. */
  readonly isNarrow: boolean;
  readonly onOpen: (tool: Tool) => void;
  readonly onPack: () => void;
  /** From here on a press on a phone chooses rows. */
  readonly onChoose: () => void;
};

/** What is done with the register as a whole: files are added at one press, the rest is one press further. */
export function AddWays({ adding, isNarrow, onOpen, onPack, onChoose }: Props) {
  const styles = useStyles();
  const popover = usePopoverStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  // The platform's own popover opens and closes by this; Fluent's button does not hand it on.
  const opener = useCallback((button: HTMLButtonElement | null) => button?.setAttribute('popovertarget', id), [id]);
  useLayoutEffect(() => {
    const button = document.querySelector(`[popovertarget="${id}"]`);
    return isOpen && adding.ways.current !== null && button !== null
      ? keepUnder(adding.ways.current, button)
      : undefined;
  }, [isOpen, id, adding.ways]);
  const mayAdd = adding.partners.length > 0;
  if (!mayAdd && !isNarrow) return <EvidencePackButton onPress={onPack} />;

  const run = (work: () => void) => () => {
    adding.ways.current?.hidePopover();
    work();
  };
  return (
    <div className={styles.bar}>
      {mayAdd && <Picker adding={adding} />}
      {isNarrow ? (
        <Button
          ref={opener}
          appearance="primary"
          icon={mayAdd ? <ArrowUpload20Regular /> : <ChevronDown20Regular />}
          className={styles.tall}
          aria-label={mayAdd ? 'Add and more' : 'More'}
          aria-expanded={isOpen}
        >
          {mayAdd ? 'Add' : 'More'}
        </Button>
      ) : (
        <>
          <EvidencePackButton onPress={onPack} />
          <div className={styles.split}>
            <Button
              appearance="primary"
              icon={<ArrowUpload20Regular />}
              className={styles.main}
              onClick={adding.choose}
            >
              Add files
            </Button>
            <Button
              ref={opener}
              appearance="primary"
              icon={<ChevronDown20Regular />}
              className={styles.more}
              aria-label="More ways to add"
              aria-expanded={isOpen}
            />
          </div>
        </>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be laid out */}
      <div
        ref={adding.ways}
        id={id}
        popover="auto"
        role="group"
        aria-label={mayAdd ? 'Ways to add' : 'More'}
        className={mergeClasses(popover.surface, styles.surface)}
        onToggle={(event) => {
          const isNow = event.newState === 'open';
          setOpen(isNow);
          const surface = event.currentTarget;
          if (isNow && !surface.contains(document.activeElement)) surface.querySelector('button')?.focus();
        }}
      >
        {isNarrow && mayAdd && (
          <Button appearance="primary" icon={<ArrowUpload20Regular />} className={styles.tall} onClick={adding.choose}>
            Add files
          </Button>
        )}
        {mayAdd && <Target adding={adding} />}
        {mayAdd && (
          <Button
            appearance="subtle"
            className={mergeClasses(styles.choice, styles.folder)}
            onClick={run(() => adding.chooseFolder())}
          >
            Add a folder
          </Button>
        )}
        {mayAdd &&
          others.map(({ kind, name }) => (
            <Button key={kind} appearance="subtle" className={styles.choice} onClick={run(() => onOpen({ kind }))}>
              {name}
            </Button>
          ))}
        {isNarrow && (
          <>
            <Button appearance="subtle" className={styles.choice} onClick={run(onPack)}>
              Make an evidence pack
            </Button>
            <Button appearance="subtle" className={styles.choice} onClick={run(onChoose)}>
              Choose several
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Where files go that are added now, and under which names. */
function Target({ adding }: { readonly adding: Adding }) {
  const styles = useStyles();
  return (
    <div className={styles.selects}>
      {adding.partners.length > 1 && (
        <FilterSelect
          ref={adding.partnerSelect}
          label="Files of"
          all="choose a partner"
          value={adding.partner?.uid ?? ''}
          options={adding.partners.map((partner) => ({ value: partner.uid, label: partner.title }))}
          onChange={adding.setPartner}
        />
      )}
      <FilterSelect<Section>
        label={adding.partners.length > 1 ? 'go to' : 'Files go to'}
        value={adding.section}
        options={partnerFolders.map((section) => ({ value: section, label: section }))}
        onChange={(section) => section !== '' && adding.setSection(section)}
      />
      <FilterSelect<Naming>
        label="Names"
        value={adding.naming}
        options={[
          { value: 'own', label: 'as they are' },
          { value: 'pattern', label: 'partner, title, date' },
        ]}
        onChange={(naming) => naming !== '' && adding.setNaming(naming)}
      />
    </div>
  );
}

function Picker({ adding }: { readonly adding: Adding }) {
  const styles = useStyles();
  function take(event: ChangeEvent<HTMLInputElement>) {
    const chosen = readChosen([...(event.currentTarget.files ?? [])]);
    // Emptied, so that the same file may be chosen again after it was put right.
    event.currentTarget.value = '';
    adding.ways.current?.hidePopover();
    void adding.add(chosen);
  }
  return (
    <input
      ref={adding.picker}
      type="file"
      multiple
      tabIndex={-1}
      aria-label="Files to add"
      className={styles.hidden}
      onChange={take}
    />
  );
}
