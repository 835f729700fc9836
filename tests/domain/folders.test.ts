import { describe, expect, it } from 'vitest';
import { checkFolderName, checkPath } from '../../src/domain/evidence/file-name.ts';
import { type FolderPlan, planFolders, themeFolderName } from '../../src/domain/folders.ts';
import { presetPartners } from '../../src/domain/partners.ts';

const paths = (plan: FolderPlan, above = ''): string[] => [
  `${above}${plan.name}`,
  ...plan.folders.flatMap((folder) => paths(folder, `${above}${plan.name}/`)),
];

describe('the folders of a theme', () => {
  it('stand under the year and the theme, a folder for each partner', () => {
    const plan = planFolders({ title: 'Front door', year: 2026 }, [
      { uid: 'council', title: 'Council' },
      { uid: 'youth-justice', title: 'Youth justice' },
    ]);
    expect(paths(plan)).toEqual([
      '2026 JTAI Front door',
      '2026 JTAI Front door/00 Logistics',
      '2026 JTAI Front door/Council',
      '2026 JTAI Front door/Council/1 Documents asked for',
      '2026 JTAI Front door/Council/2 Self-evaluation',
      '2026 JTAI Front door/Council/3 Audits',
      '2026 JTAI Front door/Council/4 Data',
      '2026 JTAI Front door/Council/5 Policies',
      '2026 JTAI Front door/Youth justice',
      '2026 JTAI Front door/Youth justice/1 Documents asked for',
      '2026 JTAI Front door/Youth justice/2 Self-evaluation',
      '2026 JTAI Front door/Youth justice/3 Audits',
      '2026 JTAI Front door/Youth justice/4 Data',
      '2026 JTAI Front door/Youth justice/5 Policies',
      '2026 JTAI Front door/Benchmark',
      '2026 JTAI Front door/Submitted',
      '2026 JTAI Front door/Letter and action plan',
    ]);
  });

  it('know which partner each belongs to', () => {
    const plan = planFolders({ title: 'Front door', year: 2026 }, presetPartners);
    expect(plan.folders.filter((f) => f.partner).map((f) => [f.partner, f.name])).toEqual(
      presetPartners.map((p) => [p.uid, p.title]),
    );
    expect(plan.partner).toBeUndefined();
  });

  it('have names that SharePoint takes, whatever the theme is called', () => {
    expect(themeFolderName({ title: 'Violence: serious?', year: 2027 })).toBe('2027 JTAI Violence- serious-');
    const plan = planFolders({ title: 'What/now.', year: 2026 }, [{ uid: 'a', title: 'CON' }]);
    for (const path of paths(plan)) {
      expect(checkPath(path)).toBeUndefined();
      for (const name of path.split('/')) expect(checkFolderName(name)).toEqual([]);
    }
  });
});
