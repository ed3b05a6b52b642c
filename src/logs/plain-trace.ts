import { Trace } from './trace.ts';

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const ampersand = 38;
const less = 60;
/** Half of a character, and what stands behind those: a parser is to look at them. */
const surrogate = 0xd800;

/** Keys that are met again and again, so that no text is made of them. */
const usual = ['concept:name', 'time:timestamp', 'lifecycle:transition'];

/** A trace that was read, and the lines in it. */
export interface PlainTrace {
  readonly trace: Trace;
  readonly lines: number;
}

/**
 * Reads what stands within a trace, between two places of a text, if it is as plain as nearly all are: events of attributes, each
 * `<string key="..." value="..."/>`, and white space. Undefined: there is something else, which may be right or not; a parser must tell.
 * `line`: that of the first place.
 */
export function plainTrace(
  text: string,
  {
    from,
    to,
    line,
    wanted,
  }: { readonly from: number; readonly to: number; readonly line: number; readonly wanted: readonly string[] },
): PlainTrace | undefined {
  const trace = new Trace(wanted);
  let at = from;
  let lines = 0;
  for (;;) {
    let code = text.charCodeAt(at);
    for (; code === newline || code === tab || code === space; code = text.charCodeAt(++at))
      if (code === newline) lines++;
    if (code === carriageReturn && text.charCodeAt(at + 1) === newline) {
      at++;
      continue;
    }
    if (at >= to) return trace.isInEvent ? undefined : { trace, lines };
    if (code !== less) return undefined;
    if (text.startsWith('event>', at + 1)) {
      if (trace.isInEvent) return undefined;
      trace.beginEvent(line + lines);
      at += '<event>'.length;
    } else if (text.startsWith('/event>', at + 1)) {
      if (!trace.isInEvent) return undefined;
      trace.endEvent();
      at += '</event>'.length;
    } else {
      at = attribute(text, at + 1, trace);
      if (at < 0) return undefined;
    }
  }
}

/** Reads an attribute from behind its `<`; gives where it ends, or -1. */
function attribute(text: string, begin: number, trace: Trace): number {
  let at = begin;
  for (let code = text.charCodeAt(at); code >= 97 && code <= 122;) code = text.charCodeAt(++at);
  // An event with attributes of its own is none.
  if (at === begin || text.startsWith('event ', begin) || !text.startsWith(' key="', at)) return -1;
  const key = at + ' key="'.length;
  const keyEnd = endOfValue(text, key);
  if (keyEnd < 0 || !text.startsWith('" value="', keyEnd)) return -1;
  const value = keyEnd + '" value="'.length;
  const valueEnd = endOfValue(text, value);
  if (valueEnd < 0 || !text.startsWith('"/>', valueEnd)) return -1;
  trace.attribute(keyAt(text, key, keyEnd), text.slice(value, valueEnd));
  return valueEnd + '"/>'.length;
}

function keyAt(text: string, from: number, to: number): string {
  for (const key of usual) if (key.length === to - from && text.startsWith(key, from)) return key;
  return text.slice(from, to);
}

/** Where the quote is that ends a value; -1 if something must be made of its characters. */
function endOfValue(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at))
    if (!(code >= space && code < surrogate) || code === less || code === ampersand) return -1;
  return at;
}
