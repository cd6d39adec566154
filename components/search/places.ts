/**
 * Where the person was on each search of this tab: how far scrolled, and on what. Kept by address, because Next
 * writes its own history state anew with every document.
 */
interface Place {
  scroll: number;
  /** Id of the focused element; empty when it has none. */
  focus: string;
}

const KEY = 'places';
let places: Map<string, Place> | null = null;

function all(): Map<string, Place> {
  if (!places) {
    places = new Map();
    try {
      places = new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
    } catch {
      // Storage may be closed or hold something else: back then starts at the top.
    }
  }
  return places;
}

export function rememberPlace(address: string, scroll: number): void {
  all().set(address, { scroll, focus: document.activeElement?.id ?? '' });
}

export function placeOf(address: string): Place | undefined {
  return all().get(address);
}

/** Keeps the newest places for the next document of this tab. */
export function storePlaces(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...all()].slice(-50)));
  } catch {
    // As above.
  }
}
