/** A file that cannot be read as what it is given for. The message says what is wrong with it and what to do, without its name. */
export class UnreadableHeapFile extends Error {}
