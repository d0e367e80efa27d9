const metals = ["Platinum", "Gold", "Silver", "Bronze"] as const;

/** The name of a persona by its place in the order of value, the first being 0, among `k`. */
export function personaName(place: number, k: number): string {
  return (k === metals.length ? metals[place] : undefined) ?? `Persona ${place + 1}`;
}

/** Its part of an address: `platinum`, `persona-1`. */
export function personaId(place: number, k: number): string {
  return personaName(place, k).toLowerCase().replace(" ", "-");
}
