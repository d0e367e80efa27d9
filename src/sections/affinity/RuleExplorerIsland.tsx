import { useEffect, useMemo, useRef, useState } from "react";
import { RuleExplorerControls } from "./RuleExplorerControls.tsx";
import { RuleExplorerTable } from "./RuleExplorerTable.tsx";
import { type RuleColumns, unpackRules } from "./rule-columns.ts";
import { fillControls, readControls } from "./rule-controls.ts";
import { findRules, firstRows, firstRules } from "./rule-list.ts";
import {
  everyRule,
  hasRuleState,
  nextSort,
  type RuleState,
  readRuleState,
  writeRuleState,
} from "./rule-state.ts";
import { explorerWords } from "./words/affinity-page.ts";
import { basketsWords, foundWords, moreWords, ruleWriter, showWords } from "./words/rule-explorer.ts";

interface Props {
  /** RuleColumns as JSON: the first of each kind. */
  columns: string;
  /** How many rules there are in all. */
  total: number;
  /** Where all of them are; null where `columns` holds them. */
  source: string | null;
  locale: string;
}

/** So many rows more at a time, of each kind where kinds stand one below the other. */
const step = firstRows;

/** The table of all listed rules, with search, thresholds and order; what it shows stands in the address. */
export function RuleExplorerIsland({ columns, total, source, locale }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [packed, setPacked] = useState(() => JSON.parse(columns) as RuleColumns);
  const rules = useMemo(() => unpackRules(packed), [packed]);
  const write = useMemo(() => ruleWriter(locale), [locale]);
  const kinds = useMemo(() => packed.kinds.map(({ kind }) => kind), [packed]);
  const [state, setState] = useState(everyRule);
  const [most, setMost] = useState(step);
  const [isMissing, setIsMissing] = useState(false);

  const found = useMemo(() => findRules(rules, state, locale), [rules, state, locale]);
  const shown = useMemo(() => firstRules(found, state.sort, most), [found, state.sort, most]);
  const isAll = rules.length === total;
  const left = found.length - shown.length;

  function change(next: RuleState) {
    setState(next);
    setMost(step);
    writeAddress(next);
  }

  useEffect(() => {
    if (source === null) return;
    void fetch(source)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then(setPacked)
      // The first of each kind are searched then.
      .catch(() => setIsMissing(true));
  }, [source]);

  // The address wins; else what was typed before the island was there. A button pressed meanwhile is answered.
  useEffect(() => {
    if (frame.current === null) return;
    if (hasRuleState(location.search)) {
      const wanted = readRuleState(location.search, kinds);
      fillControls(frame.current, wanted);
      setState(wanted);
    } else {
      const typed = readControls(frame.current, everyRule, kinds);
      setState(typed);
      writeAddress(typed);
    }
    for (const button of frame.current.querySelectorAll<HTMLButtonElement>("button[data-pressed]")) {
      button.removeAttribute("data-pressed");
      setTimeout(() => button.click());
    }
  }, [kinds]);

  return (
    <div ref={frame}>
      <RuleExplorerControls
        kinds={kinds}
        sort={state.sort}
        onChange={() => frame.current && change(readControls(frame.current, state, kinds))}
        onReset={() => {
          if (frame.current) fillControls(frame.current, everyRule);
          change(everyRule);
        }}
      />
      <p className="explorer-count" role="status" aria-live="polite">
        {found.length === rules.length
          ? foundWords(total, total, write)
          : foundWords(found.length, isAll ? total : rules.length, write)}
        {isMissing && ` ${explorerWords.firstOnly}`}
      </p>
      <RuleExplorerTable
        rules={shown}
        sort={state.sort}
        write={write}
        onSort={(column) => change({ ...state, sort: nextSort(state.sort, column) })}
      />
      {left > 0 && (
        <p className="explorer-more">
          {moreWords(
            { most, left, ofEach: state.sort.column === "kind" && kinds.length > 1 && state.kind === null },
            write,
          )}{" "}
          <button type="button" className="controls-button needs-script" onClick={() => setMost(most + step)}>
            {showWords(step, write)}
          </button>
        </p>
      )}
      <p className="explorer-kinds">{basketsWords(kinds)}</p>
    </div>
  );
}

function writeAddress(state: RuleState) {
  const { pathname, search, hash } = location;
  try {
    history.replaceState(history.state, "", `${pathname}${writeRuleState(state, search)}${hash}`);
  } catch {
    // Safari refuses more than a hundred changes in half a minute: the next one writes all of it.
  }
}
