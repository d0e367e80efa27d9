/** How long something was waited for, and whether it happened; where not, it may still come ("censored"). */
export interface Wait {
  time: number;
  happened: boolean;
}

/** The share for whom it has not happened after a time, from that time on. */
export interface SurvivalStep {
  time: number;
  /** Still waited for just before. */
  atRisk: number;
  happened: number;
  /** The share for whom it has not happened, 1 at first. */
  waiting: number;
  /** Standard error of `waiting` (Greenwood). */
  error: number;
}

/**
 * The Kaplan–Meier estimate (1958) with Greenwood's standard error, a step at each time at which something happened:
 * R's survfit and lifelines' KaplanMeierFitter. Those censored at a time count as at risk at it.
 */
export function kaplanMeier(waits: readonly Wait[]): SurvivalStep[] {
  const byTime = new Map<number, { happened: number; ended: number }>();
  for (const { time, happened } of waits) {
    const known = byTime.get(time) ?? { happened: 0, ended: 0 };
    byTime.set(time, { happened: known.happened + (happened ? 1 : 0), ended: known.ended + 1 });
  }
  const steps: SurvivalStep[] = [];
  let atRisk = waits.length;
  let waiting = 1;
  let variance = 0;
  for (const [time, { happened, ended }] of [...byTime].sort(([one], [other]) => one - other)) {
    if (happened > 0) {
      waiting *= 1 - happened / atRisk;
      variance += happened / (atRisk * (atRisk - happened));
      steps.push({
        time,
        atRisk,
        happened,
        waiting,
        error: waiting === 0 ? 0 : waiting * Math.sqrt(variance),
      });
    }
    atRisk -= ended;
  }
  return steps;
}

/** The share for whom it happened up to a time, the time included. */
export function happenedBy(steps: readonly SurvivalStep[], time: number): number {
  return 1 - (steps.findLast((step) => step.time <= time)?.waiting ?? 1);
}

/** The first time by which it happened for half of all, or null where it is not so far. */
export function medianWait(steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ waiting }) => waiting <= 0.5)?.time ?? null;
}
