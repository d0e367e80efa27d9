const zone = String.raw`(?:(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?(?:\s*\([^)]*\))?|Z|[A-Z]{2,5}|[A-Za-z]+\/[A-Za-z_/]+)`;
const morning = String.raw`(?:a\.?\s?m\.?|午前|上午|오전)`;
const evening = String.raw`(?:p\.?\s?m\.?|午後|下午|오후)`;
const clock = new RegExp(
  String.raw`^(?:(${morning})|(${evening}))?\s*([01]?\d|2[0-4])(?:[:.hH時时点點시]\s?(?:([0-5]\d)(?:[:.m分분]\s?(?:([0-5]\d)(?:[.,]\d+)?[秒초]?)?)?)?)?\s*(?:(${morning})|(${evening}))?\s*${zone}?$`,
  "i",
);
/** An hour alone is a time only with a sign that it is one. */
const told = /[:.hH時时点點시]|[ap]\.?\s?m|[午오]/i;

/**
 * Seconds since midnight of a time of day as it is written, or null for what is none: `8:26`, `14h05`, `1:02:03 PM`,
 * `下午3:30`, `10:00:00+00`. A time zone is not applied: the time is the one that the shop wrote.
 */
export function parseClock(text: string): number | null {
  const match = clock.exec(text);
  if (match === null || !told.test(text)) return null;
  const [, amBefore, pmBefore, hours, minutes = "0", seconds = "0", amBehind, pmBehind] = match;
  let hour = Number(hours) % 24;
  if ((pmBefore ?? pmBehind) !== undefined && hour < 12) hour += 12;
  if ((amBefore ?? amBehind) !== undefined && hour === 12) hour = 0;
  return hour * 3600 + Number(minutes) * 60 + Number(seconds);
}
