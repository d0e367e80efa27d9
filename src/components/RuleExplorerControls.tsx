import { basketNames } from "../report/words/affinity.ts";
import type { RuleKind } from "../report/words/rule-explorer.ts";
import type { RuleSort } from "./rule-state.ts";

interface Props {
  kinds: readonly RuleKind[];
  sort: RuleSort;
  /** The controls hold what they say themselves: what is typed before the island is there must not be lost. */
  onChange: () => void;
  onReset: () => void;
}

/** Search, kind, thresholds. No form: there is nowhere to send it, and Enter would try. */
export function RuleExplorerControls({ kinds, sort, onChange, onReset }: Props) {
  return (
    <search className="explorer-controls needs-script" aria-label="Rules">
      <label className="explorer-search">
        Product or trait
        <input
          type="search"
          name="search"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onInput={onChange}
        />
      </label>
      <label className="explorer-kind">
        Kind of baskets
        <select name="kind" onChange={onChange}>
          <option value="">All</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {basketNames[kind].title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Support from %
        <input
          type="number"
          name="minSupport"
          min={0}
          max={100}
          step="any"
          inputMode="decimal"
          onInput={onChange}
        />
      </label>
      <label>
        Confidence from %
        <input
          type="number"
          name="minConfidence"
          min={0}
          max={100}
          step="any"
          inputMode="decimal"
          onInput={onChange}
        />
      </label>
      <label>
        Lift from
        <input type="number" name="minLift" min={0} step="any" inputMode="decimal" onInput={onChange} />
      </label>
      {/* Named, so that an address with an order wakes the island. */}
      <input type="hidden" name="sort" value={`${sort.descending ? "-" : ""}${sort.column}`} />
      <button type="button" onClick={onReset}>
        Reset
      </button>
    </search>
  );
}
