import { fetchPart } from '../../ui/lazy-part.tsx';

// Parts that few visits need, each a file of its own.

export const loadFillDown = async () => (await import('./fill-down.tsx')).FillDown;
export const loadConfirmBrought = async () => (await import('./confirm-brought.tsx')).ConfirmBrought;
export const loadHeatMap = async () => (await import('./heat-map.tsx')).HeatMap;
export const loadWithdrawn = async () => (await import('./withdrawn-panel.tsx')).WithdrawnPanel;

/** Fetches them all, so that whoever goes offline has them. */
export const loadLaterParts = () =>
  Promise.all([
    fetchPart(loadFillDown),
    fetchPart(loadConfirmBrought),
    fetchPart(loadHeatMap),
    fetchPart(loadWithdrawn),
  ]);
