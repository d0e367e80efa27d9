import { claims, exceeds, foundOf, planted, structureless, tallyOf } from "./simulate.ts";
import { parameterTally, valueTally } from "./value.ts";

// npm run simulate [-- shops] [part of a kind's name]: false claims of structureless shops and planted effects found.
const [shopsWanted = "200", only = ""] = process.argv.slice(2);
const shops = Number(shopsWanted);
if (!Number.isSafeInteger(shops) || shops < 1) throw new Error(`"${shopsWanted}" is no number of shops`);
const mostFalse = 0.05;
const mostAny = 0.1;
const leastFound = 0.75;

const names = Object.keys(claims);
const cell = (count: number, rate: number) => `${count}${exceeds(count, shops, rate) ? " !" : ""}`;
let isWithin = true;

console.log(`| of ${shops} shops | ${names.join(" | ")} | any |\n|---|${"---|".repeat(names.length + 1)}`);
for (const kind of Object.keys(structureless)) {
  if (!kind.includes(only)) continue;
  const { byClaim, any } = await tallyOf(kind, shops);
  const cells = [...names.map((name) => cell(byClaim[name] ?? 0, mostFalse)), cell(any, mostAny)];
  isWithin &&= cells.every((each) => !each.endsWith("!"));
  console.log(`| ${kind} | ${cells.join(" | ")} |`);
}
console.log(`\n| planted | found, of ${shops} |\n|---|---|`);
for (const name of Object.keys(planted)) {
  if (!name.includes(only)) continue;
  const found = await foundOf(name, shops);
  const isMissed = exceeds(shops - found, shops, 1 - leastFound);
  isWithin &&= !isMissed;
  console.log(`| ${name} | ${found}${isMissed ? " !" : ""} |`);
}
if ("customer value".includes(only)) {
  const value = valueTally(shops);
  const parameters = parameterTally(shops);
  const all = parameters.reduce((sum, { fits }) => sum + fits, 0);
  const off = parameters.reduce((sum, each) => sum + each.off, 0);
  const share = (count: number, of: number) => `${count} of ${of}`;
  console.log(
    `\n| customer value | of ${shops} shops |\n|---|---|\n| forecasts published | ${value.published} |\n| parameters further than 1.96 standard errors from the truth | ${share(off, all)} |\n| intervals of 95 % that held the orders of the next year | ${share(value.ordersHeld, value.published)} |\n| the same of the revenue | ${share(value.revenueHeld, value.published)} |`,
  );
  // Parameters of one shop are no independent tries: shops are.
  isWithin &&= parameters.every((each) => !exceeds(each.off, shops, mostFalse));
  isWithin &&= !exceeds(value.published - value.ordersHeld, value.published, mostFalse);
}
if (!isWithin) process.exitCode = 1;
