import { useCallback, useEffect, useState } from 'react';
import { askServer, Failure, type Scene } from './scene.ts';

export type SceneState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'here'; readonly scene: Scene; readonly user: string };

/** What the chosen person may see; read again when another person is chosen, or on `refresh`. */
export function useScene(user: string): { state: SceneState; refresh: () => Promise<void> } {
  const [state, setState] = useState<SceneState>({ kind: 'waiting' });

  const refresh = useCallback(async () => {
    try {
      const directory = await askServer<Scene>('scene', {});
      const person = directory.people.find(({ id }) => id === user) ?? directory.people[0];
      if (!person) throw new Failure('There are no people in this Microsoft 365.');
      const scene = await askServer<Scene>('scene', { user: person.id });
      setState({ kind: 'here', scene: { ...scene, people: directory.people }, user: person.id });
    } catch (error) {
      setState({
        kind: 'failed',
        failure: error instanceof Failure ? error : new Failure('That did not work.', String(error)),
      });
    }
  }, [user]);

  useEffect(() => void refresh(), [refresh]);
  return { state, refresh };
}
