/** Keys that a state may have, in the order in which messages list them. */
export const stateKeys: readonly string[] = [
  'id',
  'type',
  'initial',
  'history',
  'target',
  'states',
  'on',
  'always',
  'after',
  'invoke',
  'entry',
  'exit',
  'onDone',
  'tags',
  'meta',
  'description',
];

/** Keys that a transition may have. */
export const transitionKeys: readonly string[] = ['target', 'guard', 'actions', 'reenter', 'description', 'meta'];

/** Keys that an invoke may have. */
export const invokeKeys: readonly string[] = ['src', 'id', 'onDone'];
