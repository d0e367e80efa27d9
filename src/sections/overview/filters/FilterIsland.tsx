import { type ComponentType, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { choose, type FilterOptions, mostChosen, readFilterState, writeFilterState } from "./filter-state.ts";
import type { FilterTables } from "./filter-tables.ts";
import type { NarrowedProps } from "./NarrowedOverview.tsx";
import { type ChosenValue, filterNames, filterWords } from "./words.ts";

interface Props {
  fields: FilterOptions[];
  /** Address of the tables. */
  source: string;
}

/** What a narrowed Overview takes: the numbers, and the code that draws it. */
interface Loaded {
  tables: FilterTables;
  View: ComponentType<NarrowedProps>;
}

/**
 * Selects that narrow the Overview; what they say stands in the address. The whole Overview stays in the page,
 * hidden.
 */
export function FilterIsland({ fields, source }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ChosenValue[]>([]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const [told, setTold] = useState("");
  const wanted = chosen.length > 0;
  const narrowed = wanted && loaded !== null;

  function change(next: ChosenValue[]) {
    setChosen(next);
    if (next.length === 0) setTold("");
    writeAddress(next, fields);
  }

  // The address wins; else what was chosen before the island was there. A button pressed meanwhile is answered.
  useEffect(() => {
    const read = () => {
      const addressed = readFilterState(location.search, fields);
      fill(frame.current, addressed);
      setChosen(addressed);
    };
    const early = [...selectsIn(frame.current)].flatMap(({ name, value }) =>
      value === "" ? [] : [{ name, value }],
    );
    if (early.length === 0) read();
    else {
      const next = readFilterState(
        new URLSearchParams(early.map(({ name, value }) => [name, value])).toString(),
        fields,
      );
      fill(frame.current, next);
      setChosen(next);
      writeAddress(next, fields);
    }
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, [fields]);

  useEffect(() => {
    if (!wanted || loaded !== null) return;
    let stale = false;
    Promise.all([fetchTables(source), import("./NarrowedOverview.tsx")]).then(
      ([tables, { NarrowedOverview }]) => {
        if (!stale) setLoaded({ tables, View: NarrowedOverview });
      },
      () => {
        if (!stale) setFailed(true);
      },
    );
    return () => {
      stale = true;
    };
  }, [wanted, loaded, source]);

  useEffect(() => {
    const whole = document.getElementById("whole-overview");
    if (whole !== null) whole.hidden = narrowed;
    const rest = document.getElementById("not-narrowed");
    if (rest !== null) rest.hidden = !narrowed;
  }, [narrowed]);

  const target = narrowed ? document.getElementById("narrowed-overview") : null;
  return (
    <div ref={frame} className="filters">
      <search className="controls filter-controls" aria-label={filterWords.label}>
        {fields.map(({ field, values }) => (
          <label key={field}>
            <span className="visually-hidden">{filterNames[field].name}</span>
            <select
              name={field}
              autoComplete="off"
              disabled={chosen.length >= mostChosen && chosen.every((each) => each.field !== field)}
              onChange={({ currentTarget }) => change(choose(chosen, field, currentTarget.value))}
            >
              <option value="">{filterNames[field].all}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button
          type="button"
          disabled={!wanted}
          onClick={() => {
            fill(frame.current, []);
            change([]);
          }}
        >
          {filterWords.reset}
        </button>
      </search>
      <p className="filter-status" role="status" aria-live="polite">
        {failed && wanted ? filterWords.failed : wanted && loaded === null ? filterWords.loading : told}
      </p>
      {chosen.length >= mostChosen && <p className="filter-hint">{filterWords.two}</p>}
      {target !== null &&
        loaded !== null &&
        createPortal(<loaded.View tables={loaded.tables} chosen={chosen} onTold={setTold} />, target)}
    </div>
  );
}

function selectsIn(frame: HTMLElement | null): Iterable<HTMLSelectElement> {
  return frame?.querySelectorAll("select") ?? [];
}

function fill(frame: HTMLElement | null, chosen: readonly ChosenValue[]) {
  for (const select of selectsIn(frame))
    select.value = chosen.find(({ field }) => field === select.name)?.value ?? "";
}

async function fetchTables(source: string): Promise<FilterTables> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${response.status}`);
  return response.json();
}

function writeAddress(chosen: readonly ChosenValue[], fields: readonly FilterOptions[]) {
  const { pathname, search, hash } = location;
  try {
    history.replaceState(history.state, "", `${pathname}${writeFilterState(chosen, search, fields)}${hash}`);
  } catch {
    // Safari refuses more than a hundred changes in half a minute: the next one writes all of it.
  }
}
