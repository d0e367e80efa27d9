import { type FieldName, fieldDefinition } from "../../fields/fields.ts";
import { foldSpaces } from "./text.ts";

/** Why a text is bad for a field, as a sentence without place. */
export function describeBad(field: FieldName, text: string): string {
  const quoted = JSON.stringify(foldSpaces(text).slice(0, 80));
  switch (fieldDefinition(field).rule) {
    case "money":
      return `${quoted} is not a number`;
    case "units":
      return `${quoted} is not a quantity`;
    case "whole":
      return `${quoted} is not a whole number`;
    case "age":
      return `${quoted} is not an age from 0 to 120`;
    case "rating":
      return `${quoted} is not a rating on the scale of the others`;
    case "date":
      return `${quoted} is not a date`;
    case "time":
      return `${quoted} is not a time of day`;
    case "yesNo":
      return `${quoted} is neither yes nor no`;
    default:
      return `${quoted} cannot be read`;
  }
}
