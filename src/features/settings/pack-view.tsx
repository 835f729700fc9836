import { Link } from '@fluentui/react-components';
import { Fragment, useEffect, useState } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { presetPartners } from '../../domain/partners.ts';
import { ownRow } from '../../services/own-packs.ts';
import { versionsOf } from '../../services/theme-packs.ts';
import { useSession } from '../../session/session.ts';
import { basisOf } from '../../themes/pack-prompts.ts';
import type { PackStep, ThemePack } from '../../themes/pack-schema.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { ANCHORS } from './pack-fields.ts';
import { PackTakeAway } from './pack-take-away.tsx';
import { PackTakeOut } from './pack-take-out.tsx';
import { useThemeStyles } from './theme-styles.ts';
import type { PackNews } from './use-pack-files.ts';

const PARTNERS = new Map(presetPartners.map((partner) => [partner.uid, partner.title]));

type Props = {
  readonly id: string;
  readonly mayChange: boolean;
  readonly onTakeOut: (pack: ThemePack, as: 'xlsx' | 'json') => Promise<PackNews | undefined>;
  readonly onTakeAway: (pack: ThemePack) => void;
  readonly onClose: () => void;
};

/** A pack to be read: every part of it, each with how sure we are. The newest version first, the older ones by choice. */
export function PackView({ id, mayChange, onTakeOut, onTakeAway, onClose }: Props) {
  const workspace = useWorkspace();
  const [version, setVersion] = useState<string | undefined>();
  const [packs, setPacks] = useState<readonly ThemePack[] | undefined>();
  useEffect(() => {
    let isCurrent = true;
    versionsOf(workspace, id).then(
      (known) => isCurrent && setPacks(known),
      () => isCurrent && setPacks([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [workspace, id]);
  const pack = packs?.find((one) => one.version === version) ?? packs?.[0];
  const isOwn = pack !== undefined && ownRow(workspace, pack) !== undefined;
  return (
    <BigDialog
      isTall
      title={pack ? `${pack.title}, version ${pack.version}` : 'Pack'}
      foot={
        pack && (
          <Fragment key={pack.version}>
            {isOwn && mayChange && <PackTakeAway pack={pack} onTakeAway={() => onTakeAway(pack)} />}
            <PackTakeOut pack={pack} onTakeOut={onTakeOut} />
          </Fragment>
        )
      }
      onClose={onClose}
    >
      {packs !== undefined && packs.length > 1 && (
        <div>
          <FilterSelect
            label="Version"
            value={pack?.version ?? ''}
            options={packs.map((one, index) => ({
              value: one.version,
              label: `${one.version}, dated ${formatDay(one.date)}${index === 0 ? ', the newest' : ''}`,
            }))}
            onChange={setVersion}
          />
        </div>
      )}
      {packs === undefined && <LoadingRows what="the pack" />}
      {packs !== undefined && !pack && (
        <Notice kind="danger" lead="The pack could not be read.">
          Close this and try again.
        </Notice>
      )}
      {pack && <PackParts pack={pack} />}
    </BigDialog>
  );
}

function PackParts({ pack }: { readonly pack: ThemePack }) {
  const styles = useThemeStyles();
  const { openOutside } = useSession();
  const guidance = pack.sources[pack.guidance];
  const url = guidance?.url;
  const documents = pack.documents.map(({ partner, title, kind }) => [
    `${partner === undefined ? 'The partnership' : (PARTNERS.get(partner) ?? partner)}: ${title}`,
    kind ?? 'no kind',
  ]);
  return (
    <>
      <p className={styles.text}>
        {pack.prompts.length} benchmark prompts, dated {formatDay(pack.date)}. {pack.inspectorates.join(', ')}. In
        scope: {pack.partners.map((uid) => PARTNERS.get(uid) ?? uid).join(', ')}.{' '}
        {pack.ageBand !== undefined && `${pack.ageBand}. `}
        Guidance:{' '}
        {url === undefined ? (
          (guidance?.title ?? pack.guidance)
        ) : (
          <Link as="button" onClick={() => openOutside(url)}>
            {guidance?.title}
          </Link>
        )}
        .
      </p>
      {pack.notVerified.length > 0 && (
        <>
          <h3 className={styles.heading}>Not verified</h3>
          <ul className={styles.difference}>
            {pack.notVerified.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {pack.groups.map((group) => (
        <Part
          key={group.id}
          title={group.name}
          lines={pack.prompts
            .filter((prompt) => prompt.group === group.id)
            .map((prompt) => [`${prompt.id} ${prompt.text}`, basisOf(prompt, pack)])}
        />
      ))}
      <Part
        title="Documents usually asked for"
        lines={documents}
        note="Not verified: check against current guidance."
      />
      <Part
        title="Kinds of evidence"
        lines={pack.kinds.map((kind) => [
          kind.name,
          kind.untilReview ? 'holds until its review' : 'ages with the period that it covers',
        ])}
      />
      <Part
        title="Timetable, in working days"
        lines={pack.timetable.map((step) => [
          `${daysOf(step)} after ${ANCHORS[step.anchor]}: ${step.text}`,
          `${step.who}. ${basisOf(step, pack)}`,
        ])}
      />
      <Part
        title="Columns of the cohort list"
        lines={pack.cohort.map((column) => [column.title, column.need])}
        note="Not verified: check against current guidance."
      />
    </>
  );
}

function daysOf({ from, to }: PackStep): string {
  return to === undefined || to === from ? `Day ${from}` : `Days ${from} to ${to}`;
}

type PartProps = {
  readonly title: string;
  readonly lines: readonly (readonly string[])[];
  readonly note?: string;
};

function Part({ title, lines, note }: PartProps) {
  const styles = useThemeStyles();
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {note !== undefined && <p className={styles.small}>{note}</p>}
      <ul className={styles.difference}>
        {lines.map(([words, detail]) => (
          <li key={words}>
            {words} <span className={styles.code}>({detail})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
