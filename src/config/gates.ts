import { z } from "zod";

const number = "must be a number";
const change = "must be a share above 0, such as 0.2 for 20 %";
const droppedShare = "must be a share from 0 to 1, such as 0.02";
const days = "must be a whole number of days from 0 on";
const date = "must be a date such as 2026-01-31";

const bounds = z
  .strictObject(
    {
      min: z.number(number).optional(),
      max: z.number(number).optional(),
      /** How far the number may be from what it was in the previous report, as a part of that. */
      maxChange: z.number(change).gt(0, change).optional(),
    },
    "must hold min, max or maxChange",
  )
  .refine((bound) => Object.keys(bound).length > 0, "must hold min, max or maxChange")
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min <= max,
    "must have a min that is at most its max",
  );

/**
 * What a report must pass to be written: paths of numbers in report.json with their bounds, and two gates with names
 * of their own.
 */
export const gatesSchema = z
  .object(
    {
      /** The largest part of the rows that may be left out. */
      maxDroppedShare: z.number(droppedShare).min(0, droppedShare).max(1, droppedShare).optional(),
      freshWithin: z
        .strictObject(
          {
            /** The most days from the last day in the data to the given date. */
            days: z.int(days).min(0, days),
            /** The date; default: the day, in UTC, that SOURCE_DATE_EPOCH gives the build. */
            of: z.iso.date(date).optional(),
          },
          "must hold days, and of where the date is fixed",
        )
        .optional(),
    },
    'must hold paths of numbers with bounds, such as "metrics.revenue: { min: 1000 }"',
  )
  .catchall(bounds);

/** The keys that each kind of gate may hold, for messages. */
export const gateKeys = { bounds: "min, max, maxChange", freshWithin: "days, of" };

export type Gates = z.output<typeof gatesSchema>;
export type Bounds = z.output<typeof bounds>;
