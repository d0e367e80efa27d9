import { liftOf, percentText, type RuleState, readRuleState, shareOf } from "./rule-state.ts";
import type { RuleKind } from "./words/rule-explorer.ts";

type Control = HTMLInputElement | HTMLSelectElement;

/** What the controls in a frame say; the order is not theirs. */
export function readControls(frame: ParentNode, { sort }: RuleState, kinds: readonly RuleKind[]): RuleState {
  const { kind, search } = readRuleState(
    new URLSearchParams({ kind: textIn(frame, "kind"), search: textIn(frame, "search") }).toString(),
    kinds,
  );
  return {
    kind,
    search,
    minSupport: shareOf(textIn(frame, "minSupport")),
    minConfidence: shareOf(textIn(frame, "minConfidence")),
    minLift: liftOf(textIn(frame, "minLift")),
    sort,
  };
}

/** Lets the controls in a frame say what a state holds. */
export function fillControls(frame: ParentNode, state: RuleState): void {
  const values = {
    kind: state.kind ?? "",
    search: state.search,
    minSupport: percentText(state.minSupport),
    minConfidence: percentText(state.minConfidence),
    minLift: state.minLift === 0 ? "" : String(state.minLift),
  };
  for (const [name, value] of Object.entries(values)) {
    const control = controlOf(frame, name);
    if (control !== null) control.value = value;
  }
}

function textIn(frame: ParentNode, name: string): string {
  return controlOf(frame, name)?.value ?? "";
}

function controlOf(frame: ParentNode, name: string): Control | null {
  return frame.querySelector<Control>(`[name="${name}"]`);
}
