import type { RuleSort } from "./rule-state.ts";
import { basketNames } from "./words/affinity.ts";
import { explorerWords } from "./words/affinity-page.ts";
import type { RuleKind } from "./words/rule-explorer.ts";

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
    <search className="controls explorer-controls needs-script" aria-label={explorerWords.controls}>
      <label className="explorer-search">
        {explorerWords.search}
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
        {explorerWords.kind}
        <select name="kind" onChange={onChange}>
          <option value="">{explorerWords.everyKind}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {basketNames[kind].title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {explorerWords.support}
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
        {explorerWords.confidence}
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
        {explorerWords.lift}
        <input type="number" name="minLift" min={0} step="any" inputMode="decimal" onInput={onChange} />
      </label>
      {/* Named, so that an address with an order wakes the island. */}
      <input type="hidden" name="sort" value={`${sort.descending ? "-" : ""}${sort.column}`} />
      <button type="button" onClick={onReset}>
        {explorerWords.reset}
      </button>
    </search>
  );
}
