/** Why a path of a gate leads to no single number: what stands there, as the end of a sentence. */
export const notOneNumber = {
  twice: (part: string) => `has more than one ${JSON.stringify(part)}`,
  empty: "is empty: the data do not give it, or too few customers stand behind it",
  other: (value: unknown) => `is ${JSON.stringify(value)}, not a number`,
};
