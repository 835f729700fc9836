import { addEvidenceFiles, type FileOutcome, type Section } from '../../services/evidence-files.ts';
import type { Drafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import type { useWorkspace } from '../../workspace/hooks.ts';

type Workspace = ReturnType<typeof useWorkspace>;

/** Where files go. */
export type Target = {
  readonly partner: string;
  readonly partnerTitle: string;
  readonly theme: string;
  readonly section: Section;
  /** The uid of the gap that the file is for. */
  readonly fills?: string | undefined;
};

export type QueuedFile = {
  readonly id: string;
  readonly file: File;
  readonly target: Target;
  readonly state: 'waiting' | 'sending' | 'registering' | 'ended';
  /** In bytes. */
  readonly sent: number;
  readonly outcome?: FileOutcome | undefined;
};

export type Queue = {
  readonly files: () => readonly QueuedFile[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends files; settles when each has ended, one way or another. Never throws. */
  readonly add: (files: readonly File[], target: Target, whenTaken?: 'keep-both') => Promise<readonly FileOutcome[]>;
  readonly drop: (id: string) => void;
  readonly clearEnded: () => void;
};

const href = toHref({ screen: 'evidence' });

const queues = new WeakMap<Workspace, Queue>();

/** The queue of a workspace. It lives as long as the workspace is open, so that files go on while the person looks elsewhere. */
export function queueOf(workspace: Workspace, drafts: Drafts): Queue {
  const known = queues.get(workspace);
  if (known !== undefined) return known;
  const queue = makeQueue(workspace, drafts);
  queues.set(workspace, queue);
  return queue;
}

function makeQueue(workspace: Workspace, drafts: Drafts): Queue {
  let files: readonly QueuedFile[] = [];
  let batch = 0;
  const listeners = new Set<() => void>();

  function set(next: readonly QueuedFile[]) {
    files = next;
    for (const listener of listeners) listener();
  }

  function update(id: string, change: Partial<QueuedFile>) {
    set(files.map((file) => (file.id === id ? { ...file, ...change } : file)));
  }

  function end(id: string, outcome: FileOutcome) {
    update(id, { state: 'ended', outcome });
    if (needsPerson(outcome)) drafts.set(`file ${id}`, { values: undefined, state: 'held', title: outcome.name, href });
    else drafts.drop(`file ${id}`);
  }

  return {
    files: () => files,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(chosen, target, whenTaken) {
      batch += 1;
      const ids = chosen.map((_, index) => `${batch}:${index}`);
      set([
        ...files,
        ...chosen.map((file, index) => ({ id: ids[index] ?? '', file, target, state: 'waiting' as const, sent: 0 })),
      ]);
      for (const [index, id] of ids.entries()) {
        drafts.set(`file ${id}`, { values: undefined, state: 'sending', title: chosen[index]?.name ?? 'A file', href });
      }
      let outcomes: readonly FileOutcome[];
      try {
        outcomes = await addEvidenceFiles(workspace, {
          partner: target.partner,
          theme: target.theme,
          section: target.section,
          fills: target.fills,
          files: chosen,
          whenTaken,
          onProgress: ({ index, state, sent }) =>
            update(ids[index] ?? '', { state: state === 'done' ? 'registering' : state, sent }),
          onOutcome: (outcome) => end(ids[outcome.index] ?? '', outcome),
        });
      } catch (error) {
        outcomes = chosen.map(({ name }, index) => ({ index, name, outcome: 'failed', sentence: toSentence(error) }));
        for (const outcome of outcomes) end(ids[outcome.index] ?? '', outcome);
      }
      return outcomes;
    },
    drop(id) {
      drafts.drop(`file ${id}`);
      set(files.filter((file) => file.id !== id));
    },
    clearEnded() {
      const stay = files.filter((file) => file.outcome === undefined || needsPerson(file.outcome));
      set(stay);
    },
  };
}

/** A choice or another try is open. */
export function needsPerson({ outcome }: FileOutcome): boolean {
  return outcome === 'taken' || outcome === 'failed' || outcome === 'stopped' || outcome === 'unregistered';
}

/** `2 of 4 files added. 1 needs you.` */
export function summarise(files: readonly QueuedFile[]): string {
  const added = files.filter((file) => file.outcome?.outcome === 'added').length;
  const ended = files.filter((file) => file.state === 'ended').length;
  const need = files.filter((file) => file.outcome !== undefined && needsPerson(file.outcome)).length;
  const refused = files.filter((file) => file.outcome?.outcome === 'refused').length;
  const parts = [`${added} of ${files.length} ${files.length === 1 ? 'file' : 'files'} added`];
  if (files.length > ended) parts.push(`${files.length - ended} to go`);
  if (need > 0) parts.push(`${need} ${need === 1 ? 'needs' : 'need'} you`);
  if (refused > 0) parts.push(`${refused} not taken`);
  return `${parts.join('. ')}.`;
}
