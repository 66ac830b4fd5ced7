import type { Translate } from '../../api/problem';

/** `registration.park-listed.v1` → `park-listed`: the part of an event's stored name that says what happened. */
export const eventName = (type: string) => type.split('.').find((part) => part.includes('-')) ?? type;

/** Our words for an event where we have some; otherwise what the record itself says. */
export const eventTitle = ({ type, title }: { type: string; title: string }, t: Translate) =>
  t(`event.${eventName(type)}`, { defaultValue: title || type });
