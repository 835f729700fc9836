import { Button } from '@fluentui/react-components';
import { formatInstant } from '../../domain/calendar/london.ts';
import { fixOf } from '../../domain/evidence/fix-list.ts';
import { freshnessOn } from '../../domain/evidence/freshness.ts';
import { type EvidenceStanding, fileNewsNames } from '../../domain/evidence/standing.ts';
import { useSession } from '../../session/session.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import type { FileFacts } from '../../session/use-file.ts';
import { useFolder, useRecycleBin } from '../../session/use-folder.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';

type Props = {
  readonly item: Evidence;
  readonly standing: EvidenceStanding;
  readonly file: FileFacts['file'];
};

/** What became of the file in SharePoint, and what would mend the item. */
export function ItemNews({ item, standing, file }: Props) {
  const today = useSession().today();
  const countedTo = useCountedTo();
  const before = useFolder(item.folder);
  const { news } = standing;
  const { dueOn, periodTo, reviewBy, returnReason } = item;
  const weak = {
    ...{ dueOn, periodTo, reviewBy, returnReason },
    state: standing.state,
    news: [],
    freshness: item.state === 'needed' ? 'not known' : freshnessOn(item, countedTo),
    isLinked: false,
  } as const;
  // What it was returned for is said whatever its dates say.
  const fixes = [fixOf({ ...weak, freshness: 'not known' }, today), fixOf(weak, today, countedTo)].filter(
    (fix, place, all) => fix !== undefined && all.findIndex((other) => other?.fault === fix.fault) === place,
  );
  const { broughtBy } = standing;
  const by = broughtBy && `${broughtBy.by} changed it on ${formatInstant(broughtBy.at)}.`;
  return (
    <>
      {news.includes('changed since approval') && (
        <Notice kind="warning" lead="Changed since it was approved.">
          {by} It waits for a check again.
        </Notice>
      )}
      {news.includes('changed since submission') && (
        <Notice kind="warning" lead="Changed since it was submitted.">
          {by}
        </Notice>
      )}
      {news.includes('renamed') && (
        <Notice kind="info" lead="Renamed in SharePoint.">
          It was {item.fileName}, and is {file?.name} now.
        </Notice>
      )}
      {news.includes('moved') && (
        <Notice kind="info" lead="Moved to another folder.">
          {before === undefined ? 'It is followed wherever it lies.' : `It was in ${before}.`}
        </Notice>
      )}
      {news.includes('deleted') && <LostNotice />}
      {news.includes('hidden') && (
        <Notice kind="info" lead={`${fileNewsNames.hidden}.`}>
          What the register says of it stands below. {item.owner?.name ?? 'Its partner'} can say more.
        </Notice>
      )}
      {item.file === undefined && item.address !== undefined && (
        <Notice kind="info" lead="Only its address is held.">
          An approval holds no version and no hash of it, and a later change is not noticed.
        </Notice>
      )}
      {fixes.map(
        (fix) =>
          fix !== undefined && (
            <Notice key={fix.fault} kind={fix.fault === 'late' ? 'danger' : 'warning'} lead={fix.why}>
              {fix.mend}
            </Notice>
          ),
      )}
    </>
  );
}

function LostNotice() {
  const { openOutside } = useSession();
  const bin = useRecycleBin();
  return (
    <Notice
      kind="warning"
      lead="The file is no longer in the library."
      actions={
        bin !== undefined && (
          <Button size="small" onClick={() => openOutside(bin)}>
            Open the recycle bin
          </Button>
        )
      }
    >
      The item stays. Bring the file back from the site's recycle bin, or add it again.
    </Notice>
  );
}
