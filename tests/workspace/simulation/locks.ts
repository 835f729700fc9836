/** Web Locks of one browser: a tab that dies lets go of its own. */
export type Locks = {
  run<T>(tab: string, name: string, work: () => Promise<T>): Promise<T>;
  release(tab: string): void;
};

type Turn = { readonly tab: string; readonly start: () => void };

export function startLocks(): Locks {
  const queues = new Map<string, Turn[]>();
  const go = (name: string) => queues.get(name)?.[0]?.start();
  return {
    run: (tab, name, work) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const turn: Turn = {
          tab,
          start: () => {
            work()
              .then(resolve, reject)
              .finally(() => {
                if (queue[0] !== turn) return;
                queue.shift();
                go(name);
              });
          },
        };
        queue.push(turn);
        if (queue.length === 1) turn.start();
      }),
    release(tab) {
      for (const [name, queue] of queues) {
        const held = queue[0]?.tab === tab;
        const others = queue.filter((turn) => turn.tab !== tab);
        queue.splice(0, queue.length, ...others);
        if (held) go(name);
      }
    },
  };
}
